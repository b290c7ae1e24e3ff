package org.janua.config;

import java.util.List;

/** Settings whose feature is not there yet: understood, and refused unless they turn it off. */
final class LaterKeys {
  static final List<Key<?>> ALL =
      List.of(
          key("ldap.uri", Kinds.text()),
          key("ldap.bind_dn", Kinds.text()),
          key("ldap.bind_password", Kinds.text().hidden()),
          key("ldap.base", Kinds.text()),
          key("ldap.user_search_base", Kinds.text()),
          key("ldap.user_search_filter", Kinds.text()),
          key("ldap.group_search_base", Kinds.text()),
          key("ldap.group_search_filter", Kinds.text()),
          key("ldap.start_tls", Kinds.truth()),
          key("ldap.ca_file", Kinds.text()),
          key("ldap.group_map", Kinds.map(Kinds.text()).called("map of names", "")),
          key("ldap.sync_interval", span()),
          key("oidc", Kinds.list(Kinds.anything()).called("list of maps", "")),
          key("oidc.id", Kinds.text()).outsideFile(),
          key("oidc.name", Kinds.text()).outsideFile(),
          key("oidc.issuer", Kinds.text()).outsideFile(),
          key("oidc.client_id", Kinds.text()).outsideFile(),
          key("oidc.client_secret", Kinds.text().hidden()).outsideFile(),
          key("oidc.scopes", Kinds.text()).outsideFile(),
          key("oidc.name_claim", Kinds.text()).outsideFile(),
          key("oidc.email_claim", Kinds.text()).outsideFile(),
          key("oidc.groups_claim", Kinds.text()).outsideFile(),
          key("oidc.auto_login", Kinds.truth()).outsideFile(),
          key("oidc.default_role", Kinds.text()).outsideFile());

  private LaterKeys() {}

  private static <T> Key<T> key(String name, Kind<T> kind) {
    return Key.of(name, kind, "", "leave it out");
  }

  private static Kind<?> span() {
    return Kinds.seconds(1, 315_360_000);
  }
}
