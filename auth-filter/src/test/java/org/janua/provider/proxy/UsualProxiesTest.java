package org.janua.provider.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.janua.config.ProxySecret;
import org.janua.config.ProxySignIn;
import org.junit.jupiter.api.Test;

/** What the usual proxies send, as their manuals show it, and what is to be configured for it. */
class UsualProxiesTest {

  private static final String SECRET = "a-secret-that-only-the-proxy-knows";

  @Test
  void authelia() {
    assertThat(
            read(
                settings("remote-user", "remote-groups", ","),
                """
                Remote-User: john
                Remote-Groups: dev,admins
                Remote-Name: John Doe
                Remote-Email: john.doe@example.com
                """))
        .isEqualTo(new Vouched.Named("john", Optional.of("admin")));
  }

  @Test
  void authentik() {
    ProxySignIn settings = settings("x-authentik-username", "x-authentik-groups", "|");
    String headers =
        """
        X-authentik-username: akadmin
        X-authentik-groups: foo|admins|baz
        X-authentik-email: root@localhost
        X-authentik-name: authentik Default Admin
        X-authentik-uid: 900347b8a29876b45ca6f75722635ecfedf0e931c6022e3a29a8aa13fb5516fb
        X-authentik-meta-app: test
        """;

    assertThat(read(settings, headers))
        .isEqualTo(new Vouched.Named("akadmin", Optional.of("admin")));
    assertThat(read(settings, headers.replace("foo|admins|baz", "foo|bar|baz")))
        .isEqualTo(new Vouched.Named("akadmin", Optional.of("viewer")));
  }

  @Test
  void oauth2_proxy_with_its_own_upstream() {
    assertThat(
            read(
                settings("x-forwarded-preferred-username", "x-forwarded-groups", ","),
                """
                X-Forwarded-User: 1f3c6a3e-0b7e-4b0a-9a35-3f5d3c1d2a4b
                X-Forwarded-Groups: users,admins
                X-Forwarded-Email: alice@example.com
                X-Forwarded-Preferred-Username: alice
                Authorization: Bearer of.the.provider
                """))
        .isEqualTo(new Vouched.Named("alice", Optional.of("admin")));
  }

  @Test
  void oauth2_proxy_asked_by_nginx() {
    assertThat(
            read(
                settings("x-auth-request-email", "x-auth-request-groups", ","),
                """
                X-Auth-Request-User: alice
                X-Auth-Request-Email: alice@example.com
                X-Auth-Request-Groups: users
                """))
        .isEqualTo(new Vouched.Named("alice@example.com", Optional.of("viewer")));
  }

  @Test
  void traefik_forward_auth() {
    assertThat(
            read(
                settings("x-forwarded-user", "x-forwarded-groups", ","),
                "X-Forwarded-User: alice@example.com"))
        .isEqualTo(new Vouched.Named("alice@example.com", Optional.of("viewer")));
  }

  private static ProxySignIn settings(String user, String groups, String separator) {
    return new ProxySignIn(
        ProxySecret.of(SECRET),
        user,
        Optional.of(groups),
        Map.of("admin", List.of("admins")),
        separator,
        "viewer",
        false,
        Optional.empty());
  }

  private static Vouched read(ProxySignIn settings, String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-proxy-secret", SECRET);
    text.lines()
        .map(line -> line.split(": ", 2))
        .forEach(header -> headers.put(lower(header[0]), header[1]));
    return new ProxyHeaders(settings, () -> List.of("admin", "viewer"))
        .read(true, name -> Optional.ofNullable(headers.get(lower(name))).stream().toList());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
