package org.janua.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.janua.network.Network;

/** The keys about what stands in front of the application. */
final class ProxyKeys {
  static final Key<List<Network>> TRUSTED_PROXIES =
      Key.of("auth.trusted_proxies", ProxyDomains.networks(), "", "[172.18.0.0/16]")
          .weak("start refused; `0.0.0.0/0` and `::/0`: warning");
  static final Key<Optional<ProxySecret>> SECRET =
      Key.of(
          "proxy.auth_secret",
          ProxyDomains.secret().optional(),
          "",
          "what openssl rand -hex 32 prints");
  static final Key<String> USER_HEADER =
      Key.of(
          "proxy.header_map.user",
          ProxyDomains.trustedHeader(),
          "x-forwarded-user",
          "x-forwarded-user");
  static final Key<Optional<String>> ROLE_HEADER =
      Key.of(
          "proxy.header_map.role",
          ProxyDomains.trustedHeader().optional(),
          "",
          "x-forwarded-groups");
  static final Key<Map<String, List<String>>> ROLE_MAP =
      Key.of(
          "proxy.header_map.role_map",
          Kinds.map(Kinds.list(Kinds.text())).called("map of roles to lists of groups", ""),
          "",
          "{admin: [sysadmins], operator: [ops, night-shift]}");
  static final Key<String> SEPARATOR =
      Key.of("proxy.separator", ProxyDomains.separator(), ",", ";");
  static final Key<String> DEFAULT_ROLE =
      Key.of("proxy.default_role", Kinds.text().called("role", "a known role"), "viewer", "viewer");
  static final Key<Optional<String>> DEFAULT_USER =
      Key.of("proxy.default_user", ProxyDomains.userName().optional(), "", "visitor");
  static final Key<Boolean> STRICT = Key.of("proxy.strict", Kinds.truth(), "false", "true");
  static final Key<Optional<URI>> LOGOUT_URL =
      Key.of("proxy.logout_url", Domains.link().optional(), "", "https://login.example.org/logout");
  static final Key<List<String>> TRUSTED_HEADERS =
      Key.of(
          "proxy.trusted_headers",
          Kinds.list(ProxyDomains.headerName()).called("list of header names", ""),
          String.join(
              ",",
              "remote-user",
              "remote-groups",
              "remote-email",
              "remote-name",
              "x-forwarded-user",
              "x-forwarded-groups",
              "x-forwarded-email",
              "x-forwarded-preferred-username",
              "x-auth-request-user",
              "x-auth-request-groups",
              "x-auth-request-email",
              "x-auth-request-preferred-username",
              "x-authentik-username",
              "x-authentik-groups",
              "x-authentik-email",
              "x-authentik-name",
              "x-authentik-uid"),
          "[x-forwarded-user, x-forwarded-groups]");

  /** In the order of the documentation. */
  static final List<Key<?>> ALL =
      List.of(
          TRUSTED_PROXIES,
          SECRET,
          USER_HEADER,
          ROLE_HEADER,
          ROLE_MAP,
          SEPARATOR,
          DEFAULT_ROLE,
          DEFAULT_USER,
          STRICT,
          LOGOUT_URL,
          TRUSTED_HEADERS);

  private ProxyKeys() {}
}
