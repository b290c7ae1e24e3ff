package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in front of the application, and whether it agrees. */
class ProxyRulesTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path directory;

  @Test
  void a_file_sets_every_key() {
    Settings settings =
        Start.in(directory)
            .file(
                """
                auth:
                  enabled: false
                  trusted_proxies: [10.0.0.0/8, '::1']
                proxy:
                  auth_secret: 0123456789abcdef0123456789abcdef
                  header_map:
                    user: X-Authentik-Username
                    role: X-Authentik-Groups
                    role_map: {viewer: [everybody], admin: [sysadmins, root]}
                  separator: "|"
                  default_role: admin
                  default_user: visitor
                  strict: true
                  logout_url: https://login.example.org/logout?all=1
                """)
            .settings();

    assertThat(settings.ingress().trustedProxies().trust("10.1.2.3")).isTrue();
    assertThat(settings.ingress().trustedProxies().trust("0:0:0:0:0:0:0:1")).isTrue();
    assertThat(settings.ingress().trustedProxies().trust("11.1.2.3")).isFalse();
    assertThat(settings.signIn().own()).isFalse();
    assertThat(settings.signIn().logoutUrl())
        .contains(URI.create("https://login.example.org/logout?all=1"));
    ProxySignIn proxy = settings.signIn().proxy().orElseThrow();
    assertThat(proxy.secret().matches(SECRET)).isTrue();
    assertThat(proxy.userHeader()).isEqualTo("x-authentik-username");
    assertThat(proxy.roleHeader()).contains("x-authentik-groups");
    assertThat(proxy.roleMap())
        .containsExactly(
            Map.entry("viewer", List.of("everybody")),
            Map.entry("admin", List.of("sysadmins", "root")));
    assertThat(proxy.separator()).isEqualTo("|");
    assertThat(proxy.defaultRole()).isEqualTo("admin");
    assertThat(proxy.strict()).isTrue();
    assertThat(proxy.defaultUser()).contains("visitor");
  }

  @Test
  void the_environment_sets_it_too_and_the_rest_has_defaults() {
    ProxySignIn proxy = proxyOnly().settings().signIn().proxy().orElseThrow();

    assertThat(proxy.userHeader()).isEqualTo("x-forwarded-user");
    assertThat(proxy.roleHeader()).isEmpty();
    assertThat(proxy.roleMap()).isEmpty();
    assertThat(proxy.separator()).isEqualTo(",");
    assertThat(proxy.defaultRole()).isEqualTo("viewer");
    assertThat(proxy.strict()).isFalse();
    assertThat(proxy.defaultUser()).isEmpty();
    assertThat(proxyOnly().warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | credentials       | true  | false",
        "true  | credentials,proxy | true  | true",
        "true  | proxy             | false | true",
        "false | proxy             | false | true"
      })
  void own_accounts_and_a_proxy_may_both_say_who_is_calling(
      String enabled, String providers, boolean own, boolean proxy) {
    SignInWays ways =
        proxyOnly()
            .environment("AUTH_ENABLED", enabled)
            .environment("AUTH_PROVIDERS", providers)
            .settings()
            .signIn();

    assertThat(ways.own()).isEqualTo(own);
    assertThat(ways.proxy().isPresent()).isEqualTo(proxy);
  }

  @Test
  void guests_are_welcome_only_where_it_is_said_and_sign_nobody_in() {
    Start plain = Start.in(directory);

    assertThat(plain.settings().signIn().guests()).isFalse();
    SignInWays ways = plain.environment("AUTH_PROVIDERS", "credentials,guest").settings().signIn();
    assertThat(ways.own()).isTrue();
    assertThat(ways.guests()).isTrue();
    Start both = proxyOnly().environment("AUTH_ENABLED", "true");
    assertThat(both.environment("AUTH_PROVIDERS", "credentials,proxy,guest").settings().signIn())
        .matches(SignInWays::guests)
        .matches(SignInWays::own);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true  | guest       | lists nothing but guest, so nobody could sign in",
        "true  | proxy,guest | lists guest where only a proxy says who is calling",
        "false | proxy,guest | lists other ways than proxy",
        "false | guest       | lists other ways than proxy"
      })
  void guests_need_somebody_who_could_sign_in(String enabled, String providers, String problem) {
    Fault fault =
        proxyOnly()
            .environment("AUTH_ENABLED", enabled)
            .environment("AUTH_PROVIDERS", providers)
            .fault();

    assertThat(fault.key()).isEqualTo("auth.providers");
    assertThat(fault.problem()).startsWith(problem);
  }

  @Test
  void a_reset_of_an_administrator_who_cannot_sign_in_is_said_to_have_no_effect() {
    assertThat(proxyOnly().environment("AUTH_RESET_ADMIN_PASSWORD", "true").warnings())
        .singleElement()
        .asString()
        .contains("auth.reset_admin_password is true", "no effect");
  }

  @Test
  @Tag("TH-02")
  void a_proxy_needs_a_secret_and_an_address_in_either_mode() {
    Start only = Start.in(directory).environment("AUTH_ENABLED", "false");
    Start both = Start.in(directory).environment("AUTH_PROVIDERS", "credentials,proxy");

    for (Start start : List.of(only, both)) {
      assertThat(start.faults())
          .extracting(Fault::key)
          .containsExactly("proxy.auth_secret", "auth.trusted_proxies");
    }
  }

  @Test
  void the_secret_is_nowhere_in_what_is_said() {
    Start short31 = proxyOnly().environment("PROXY_AUTH_SECRET", SECRET.substring(1));

    assertThat(short31.fault().toString()).doesNotContain(SECRET.substring(1, 8));
    assertThat(proxyOnly().settings().toString()).doesNotContain(SECRET.substring(0, 8));
  }

  @Test
  void only_the_listed_headers_are_taken_and_the_list_is_in_the_fault() {
    Start start =
        proxyOnly()
            .environment("PROXY_HEADER_MAP_USER", "X-My-User")
            .environment("PROXY_HEADER_MAP_ROLE", "X-My-Groups");

    assertThat(start.faults())
        .extracting(Fault::key)
        .containsExactly("proxy.header_map.user", "proxy.header_map.role");
    assertThat(start.faults().get(0).problem())
        .startsWith("x-my-user is not one of proxy.trusted_headers: remote-user, ")
        .contains("x-authentik-username");
    assertThat(start.environment("PROXY_TRUSTED_HEADERS", "x-my-groups,X-My-User").faults())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Remote-User",
        "X-Forwarded-Preferred-Username",
        "X-Auth-Request-Email",
        "X-authentik-uid"
      })
  void the_headers_of_the_usual_proxies_are_listed(String header) {
    assertThat(proxyOnly().environment("PROXY_HEADER_MAP_USER", header).faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "proxy: {default_role: ghost} | proxy.default_role | ghost is not one of the roles: admin",
        "proxy: {strict: true} | proxy.header_map.role | proxy.strict needs it",
        "proxy: {header_map: {role_map: {admin: [a]}}} | proxy.header_map.role | role_map needs it",
        "proxy: {header_map: {role: x-forwarded-user}} | proxy.header_map.role | header of the user",
        "auth: {providers: [credentials]} | auth.providers | but auth.enabled is false",
        "auth: {providers: [proxy, credentials]} | auth.providers | but auth.enabled is false"
      })
  void what_contradicts_refuses_the_start(String file, String key, String problem) {
    Fault fault = proxyOnly().file(file).fault();

    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.problem()).contains(problem);
  }

  @Test
  void a_map_to_a_role_that_is_not_there_yet_is_allowed_with_a_warning() {
    String file = "proxy: {header_map: {role: remote-groups, role_map: {ghost: [g]}}}";

    assertThat(proxyOnly().file(file).warnings())
        .singleElement()
        .asString()
        .startsWith("proxy.header_map.role_map names ghost");
  }

  @Test
  void what_has_no_effect_is_said() {
    Start start = Start.in(directory).environment("PROXY_AUTH_SECRET", SECRET);

    assertThat(start.settings().signIn().proxy()).isEqualTo(Optional.empty());
    assertThat(start.warnings()).singleElement().asString().contains("does not list proxy");
  }

  @ParameterizedTest
  @Tag("IP-09")
  @ValueSource(strings = {"0.0.0.0/0", "::/0"})
  void trusting_everybody_is_allowed_with_a_warning(String network) {
    assertThat(Start.in(directory).environment("AUTH_TRUSTED_PROXIES", network).warnings())
        .singleElement()
        .asString()
        .startsWith("auth.trusted_proxies holds " + network);
  }

  private Start proxyOnly() {
    return Start.in(directory)
        .environment("AUTH_ENABLED", "false")
        .environment("PROXY_AUTH_SECRET", SECRET)
        .environment("AUTH_TRUSTED_PROXIES", "127.0.0.1/32,::1");
  }
}
