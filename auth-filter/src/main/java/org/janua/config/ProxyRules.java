package org.janua.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.janua.network.Network;
import org.janua.network.TrustedProxies;

/**
 * Reads what stands in front of the application and checks that it agrees. The word of a proxy
 * needs both: a secret, and an address it comes from.
 */
final class ProxyRules {
  private static final String PROXY = "proxy";
  private static final String GUEST = "guest";

  private final Reading.Given<Boolean> enabled;
  private final Reading.Given<List<String>> providers;
  private final Reading.Given<List<Network>> networks;
  private final Reading.Given<Optional<ProxySecret>> secret;
  private final Reading.Given<String> userHeader;
  private final Reading.Given<Optional<String>> roleHeader;
  private final Reading.Given<Map<String, List<String>>> roleMap;
  private final String separator;
  private final Reading.Given<String> defaultRole;
  private final Optional<String> defaultUser;
  private final boolean strict;
  private final Optional<URI> logoutUrl;
  private final Reading.Given<List<String>> trustedHeaders;
  private final Faults faults;

  ProxyRules(Reading reading, Faults faults) {
    this.enabled = reading.read(Keys.ENABLED);
    this.providers = reading.read(Keys.PROVIDERS);
    this.networks = reading.read(ProxyKeys.TRUSTED_PROXIES);
    this.secret = reading.read(ProxyKeys.SECRET);
    this.userHeader = reading.read(ProxyKeys.USER_HEADER);
    this.roleHeader = reading.read(ProxyKeys.ROLE_HEADER);
    this.roleMap = reading.read(ProxyKeys.ROLE_MAP);
    this.separator = reading.value(ProxyKeys.SEPARATOR);
    this.defaultRole = reading.read(ProxyKeys.DEFAULT_ROLE);
    this.defaultUser = reading.value(ProxyKeys.DEFAULT_USER);
    this.strict = reading.value(ProxyKeys.STRICT);
    this.logoutUrl = reading.value(ProxyKeys.LOGOUT_URL);
    this.trustedHeaders = reading.read(ProxyKeys.TRUSTED_HEADERS);
    this.faults = faults;
  }

  TrustedProxies trustedProxies() {
    networks.value().stream()
        .filter(Network::isEverything)
        .forEach(
            all ->
                faults.warn(
                    ProxyKeys.TRUSTED_PROXIES.name()
                        + " holds "
                        + all
                        + ": everybody can say from where they call"));
    return new TrustedProxies(networks.value());
  }

  /**
   * Who may say who is calling.
   *
   * @param roles the roles of the configuration
   */
  SignInWays signIn(Set<String> roles) {
    boolean inUse = isInUse();
    if (inUse) {
      checkMode();
      checkTrust();
      checkHeaders();
      checkRoles(roles);
    } else if (isSet(secret) || isSet(roleHeader) || isSet(userHeader)) {
      faults.warn("proxy.* has no effect: " + Keys.PROVIDERS.name() + " does not list proxy");
    }
    checkGuests();
    return new SignInWays(
        isOwn(),
        providers.value().contains(GUEST),
        inUse ? secret.value().map(this::settings) : Optional.empty(),
        logoutUrl);
  }

  private ProxySignIn settings(ProxySecret known) {
    return new ProxySignIn(
        known,
        userHeader.value(),
        roleHeader.value(),
        roleMap.value(),
        separator,
        defaultRole.value(),
        strict,
        defaultUser);
  }

  private boolean isInUse() {
    return !enabled.value() || providers.value().contains(PROXY);
  }

  private boolean isOwn() {
    return enabled.value()
        && providers.value().stream().anyMatch(name -> !name.equals(PROXY) && !name.equals(GUEST));
  }

  /** A guest is somebody who could sign in and did not. */
  private void checkGuests() {
    boolean alone = enabled.value() && !isOwn() && providers.value().contains(GUEST);
    if (alone && isInUse()) {
      faults.note(
          Keys.PROVIDERS.name(),
          "lists guest where only a proxy says who is calling: a guest would be whoever goes round"
              + " it; "
              + ProxyKeys.DEFAULT_USER.name()
              + " stands in for those whom it lets through without a name",
          "[proxy]");
    } else if (alone) {
      faults.note(
          Keys.PROVIDERS.name(),
          "lists nothing but guest, so nobody could sign in",
          "[credentials, guest]");
    }
  }

  private void checkMode() {
    boolean listed = isSet(providers) && providers.value().stream().anyMatch(n -> !n.equals(PROXY));
    if (!enabled.value() && listed) {
      faults.note(
          Keys.PROVIDERS.name(),
          "lists other ways than proxy, but "
              + Keys.ENABLED.name()
              + " is false: then only a proxy says who is calling",
          "[proxy]");
    }
  }

  private void checkTrust() {
    if (secret.value().isEmpty() && !secret.isWrong()) {
      faults.note(
          ProxyKeys.SECRET, "is missing: a proxy that says who is calling must prove itself");
    }
    if (networks.value().isEmpty() && !networks.isWrong()) {
      faults.note(
          ProxyKeys.TRUSTED_PROXIES,
          "is empty: say from which addresses a proxy may say who is calling");
    }
  }

  private void checkHeaders() {
    if (!trustedHeaders.isWrong()) {
      checkTrusted(ProxyKeys.USER_HEADER, Optional.of(userHeader.value()));
      checkTrusted(ProxyKeys.ROLE_HEADER, roleHeader.value());
    }
    if (roleHeader.value().equals(Optional.of(userHeader.value()))) {
      faults.note(ProxyKeys.ROLE_HEADER, "is the header of the user's name");
    }
  }

  private void checkTrusted(Key<?> key, Optional<String> header) {
    header
        .filter(name -> !trustedHeaders.value().contains(name))
        .ifPresent(
            name ->
                faults.note(
                    key,
                    name
                        + " is not one of "
                        + ProxyKeys.TRUSTED_HEADERS.name()
                        + ": "
                        + String.join(", ", trustedHeaders.value())));
  }

  private void checkRoles(Set<String> roles) {
    if (!defaultRole.isWrong() && !roles.contains(defaultRole.value())) {
      faults.note(
          ProxyKeys.DEFAULT_ROLE,
          defaultRole.value() + " is not one of the roles: " + String.join(", ", roles));
    }
    boolean silent = roleHeader.value().isEmpty() && !roleHeader.isWrong();
    if (silent && (strict || !roleMap.value().isEmpty())) {
      faults.note(
          ProxyKeys.ROLE_HEADER,
          "is missing, and "
              + (strict ? ProxyKeys.STRICT : ProxyKeys.ROLE_MAP).name()
              + " needs it");
    }
    Stream<String> unknown =
        roleMap.value().keySet().stream().filter(name -> !roles.contains(name));
    unknown.forEach(
        name ->
            faults.warn(
                ProxyKeys.ROLE_MAP.name()
                    + " names "
                    + name
                    + ", which is no role of the configuration: nobody gets it until it is made"));
  }

  private static boolean isSet(Reading.Given<?> given) {
    return given.state() == Reading.State.SET && !Optional.empty().equals(given.value());
  }
}
