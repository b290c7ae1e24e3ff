package org.janua.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.janua.api.Caller;

/**
 * Makes {@code @Inject SecurityContext} know the caller that the filter carries. Payara asks this
 * bean, and not the request, before a REST method with {@code @RolesAllowed}: without it everybody
 * is 401 there. {@link MechanismSwitch} takes it away where the container knows the caller itself.
 */
@Alternative
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@ApplicationScoped
public class CarriedSecurityContext implements SecurityContext {

  private static final String ANYBODY = "**";

  private final Caller caller;

  /** For the proxy that stands for this bean. */
  CarriedSecurityContext() {
    this(null);
  }

  /** For the container. */
  @Inject
  CarriedSecurityContext(Caller caller) {
    this.caller = caller;
  }

  @Override
  public Principal getCallerPrincipal() {
    return principal().orElse(null);
  }

  @Override
  public <T extends Principal> Set<T> getPrincipalsByType(Class<T> type) {
    return principal().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean isCallerInRole(String role) {
    return caller.isSignedIn() && (ANYBODY.equals(role) || caller.roles().contains(role));
  }

  /** New in Jakarta Security 4; not marked as overriding, so that it compiles against 3. */
  public Set<String> getAllDeclaredCallerRoles() {
    return caller.roles();
  }

  /** The constraints of the container are not met by this carrier, so nothing is promised. */
  @Override
  public boolean hasAccessToWebResource(String resource, String... methods) {
    return false;
  }

  /** Never starts a dialogue: the filter decided already. */
  @Override
  public AuthenticationStatus authenticate(
      HttpServletRequest request,
      HttpServletResponse response,
      AuthenticationParameters parameters) {
    return caller.isSignedIn() ? AuthenticationStatus.SUCCESS : AuthenticationStatus.NOT_DONE;
  }

  private Optional<CallerPrincipal> principal() {
    return caller.isSignedIn() ? Optional.of(new CallerPrincipal(caller.name())) : Optional.empty();
  }
}
