package org.janua.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.janua.access.Identity;

/** A request that answers who is calling by itself, because the container was not told. */
final class CallerRequest extends HttpServletRequestWrapper {

  private static final String ANYBODY = "**"; // Servlet 6.0 13.3: any authenticated caller

  private final Runnable signOut;
  private Identity caller;

  /**
   * Wraps a request.
   *
   * @param caller who sent it, or {@code null} for a stranger
   * @param signOut what {@link #logout} does
   */
  CallerRequest(HttpServletRequest request, Identity caller, Runnable signOut) {
    super(request);
    this.caller = caller;
    this.signOut = signOut;
  }

  @Override
  public Principal getUserPrincipal() {
    return caller == null ? null : new CallerName(caller.name());
  }

  @Override
  public String getRemoteUser() {
    return caller == null ? null : caller.name();
  }

  @Override
  public String getAuthType() {
    return caller == null ? null : "JANUA";
  }

  @Override
  public boolean isUserInRole(String role) {
    return caller != null && (ANYBODY.equals(role) || caller.roles().contains(role));
  }

  @Override
  public boolean authenticate(HttpServletResponse response) {
    if (caller == null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
    return caller != null;
  }

  @Override
  public void login(String username, String password) throws ServletException {
    throw new ServletException("Sign in at /auth/api/login");
  }

  @Override
  public void logout() {
    try {
      signOut.run();
    } finally {
      caller = null;
    }
  }

  /** The caller as a principal: equal by name. */
  private record CallerName(String getName) implements Principal {}
}
