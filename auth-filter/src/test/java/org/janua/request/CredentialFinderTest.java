package org.janua.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.janua.config.Cookie;
import org.janua.config.ProxySecret;
import org.janua.config.ProxySignIn;
import org.janua.provider.proxy.ProxyHeaders;
import org.janua.request.Verdict.Channel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which credential a request presents. */
class CredentialFinderTest {

  private static final String SECRET = "a-secret-that-only-the-proxy-knows";

  private final CredentialFinder finder = finder(Optional.empty(), true);
  private final CredentialFinder both = finder(Optional.of(proxy(Optional.empty())), true);
  private final CredentialFinder proxyOnly = finder(Optional.of(proxy(Optional.empty())), false);

  private static CredentialFinder finder(Optional<ProxySignIn> proxy, boolean ownSignIn) {
    return new CredentialFinder(
        Set.of(5000),
        proxy.map(settings -> new ProxyHeaders(settings, () -> List.of("admin", "viewer"))),
        ownSignIn,
        new SessionCookie(new Cookie("auth_token", Cookie.Secure.AUTO)));
  }

  private static ProxySignIn proxy(Optional<String> defaultUser) {
    return new ProxySignIn(
        ProxySecret.of(SECRET),
        "x-forwarded-user",
        Optional.of("x-forwarded-groups"),
        Map.of(),
        ",",
        "viewer",
        false,
        defaultUser);
  }

  @Test
  void without_any_it_is_nothing() {
    assertThat(find(AnyRequest.get("/"))).isEqualTo("nothing");
    assertThat(find(AnyRequest.get("/").with("Cookie", "other=1; auth_token2=x")))
        .isEqualTo("nothing");
  }

  @Test
  void a_bearer_beats_a_cookie() {
    AnyRequest both =
        AnyRequest.get("/").with("Authorization", "Bearer a.b.c").with("Cookie", "auth_token=x");

    assertThat(find(both)).isEqualTo("bearer a.b.c");
  }

  @ParameterizedTest
  @Tag("JW-10")
  @ValueSource(
      strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer ä", "Bearera.b.c"})
  void an_authorization_that_is_no_bearer_never_falls_back_to_the_cookie(String value) {
    AnyRequest request =
        AnyRequest.get("/").with("Authorization", value).with("Cookie", "auth_token=x");

    assertThat(find(request)).isEqualTo("broken");
  }

  @Test
  @Tag("JW-10")
  void the_scheme_is_read_in_any_case_and_two_headers_are_broken() {
    assertThat(find(AnyRequest.get("/").with("Authorization", "bearer  x.y.z")))
        .isEqualTo("bearer x.y.z");
    AnyRequest two =
        AnyRequest.get("/").with("Authorization", "Bearer x").with("Authorization", "Bearer x");
    assertThat(find(two)).isEqualTo("broken");
  }

  @Test
  @Tag("SE-10")
  void two_session_cookies_are_broken_on_one_line_or_two() {
    AnyRequest line = AnyRequest.get("/").with("Cookie", "auth_token=a; b=c; auth_token=a");
    AnyRequest lines =
        AnyRequest.get("/").with("Cookie", "auth_token=a").with("Cookie", "auth_token=b");

    assertThat(find(line)).isEqualTo("broken");
    assertThat(find(lines)).isEqualTo("broken");
  }

  @Test
  void over_tls_only_the_cookie_bound_to_the_host_counts() {
    AnyRequest request =
        AnyRequest.get("/").overTls().with("Cookie", "auth_token=planted; __Host-auth_token=own");

    assertThat(find(request)).isEqualTo("cookie own");
    assertThat(find(AnyRequest.get("/").overTls().with("Cookie", "auth_token=planted")))
        .isEqualTo("nothing");
  }

  @Test
  void what_starts_like_a_key_is_a_key_or_nothing() {
    String key = "janua_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg35wWNh";
    AnyRequest request = AnyRequest.get("/").with("Authorization", "Bearer " + key);

    assertThat(find(request)).isEqualTo("key");
    assertThat(find(request.with("Cookie", "auth_token=x"))).isEqualTo("key");
    assertThat(find(proxyOnly, request)).isEqualTo("broken");
    for (String wrong : List.of("janua_", "janua_a.b.c", key + "0", key.replace('0', '1'))) {
      assertThat(find(AnyRequest.get("/").with("Authorization", "Bearer " + wrong)))
          .as(wrong)
          .isEqualTo("broken");
    }
    assertThat(find(AnyRequest.get("/").with("Cookie", "auth_token=" + key)))
        .as("a cookie never holds one")
        .isEqualTo("cookie " + key);
  }

  @Test
  void quotes_around_a_value_are_not_part_of_it() {
    assertThat(find(AnyRequest.get("/").with("Cookie", "auth_token=\"a.b.c\"")))
        .isEqualTo("cookie a.b.c");
  }

  @Test
  void an_internal_port_beats_every_header() {
    AnyRequest request =
        AnyRequest.get("/")
            .arrivingAt(5000)
            .with("Authorization", "Bearer x")
            .with("Cookie", "auth_token=x");

    assertThat(find(request)).isEqualTo("internal");
    assertThat(find(AnyRequest.get("/").with("Host", "x:5000").with("X-Forwarded-Port", "5000")))
        .isEqualTo("nothing");
  }

  @Test
  @Tag("TH-08")
  void a_proxy_beats_bearer_and_cookie() {
    AnyRequest all =
        proxied()
            .with("X-Forwarded-User", "bob")
            .with("X-Forwarded-Groups", "admin")
            .with("Authorization", "Bearer x")
            .with("Cookie", "auth_token=of-alice");

    assertThat(find(both, all)).isEqualTo("proxied bob as admin");
    assertThat(find(proxyOnly, all)).isEqualTo("proxied bob as admin");
    assertThat(find(both, all.arrivingAt(5000))).isEqualTo("internal");
  }

  @ParameterizedTest
  @Tag("TH-01")
  @ValueSource(strings = {"X-Proxy-Secret", "X-Forwarded-User", "x-forwarded-groups"})
  void one_header_of_a_proxy_without_the_others_never_falls_back_to_the_cookie(String header) {
    AnyRequest request =
        AnyRequest.get("/").with(header, "admin").with("Cookie", "auth_token=x").viaTrustedProxy();

    assertThat(find(both, request)).isEqualTo("broken");
    assertThat(find(proxyOnly, request)).isEqualTo("broken");
    assertThat(find(finder, request)).as("not in use").isEqualTo("cookie x");
  }

  @Test
  @Tag("TH-01")
  void the_right_secret_from_anywhere_else_is_broken() {
    AnyRequest request =
        AnyRequest.get("/").with("X-Proxy-Secret", SECRET).with("X-Forwarded-User", "bob");

    assertThat(find(both, request)).isEqualTo("broken");
    assertThat(find(both, request.viaTrustedProxy())).isEqualTo("proxied bob as viewer");
  }

  @Test
  void where_a_proxy_names_nobody_the_next_credential_decides_then_who_stands_in() {
    CredentialFinder standIn = finder(Optional.of(proxy(Optional.of("visitor"))), true);
    CredentialFinder standInOnly = finder(Optional.of(proxy(Optional.of("visitor"))), false);
    AnyRequest bare = proxied();
    AnyRequest withCookie = proxied().with("Cookie", "auth_token=x");
    AnyRequest withBroken = proxied().with("Authorization", "Basic x");

    assertThat(find(standIn, bare)).isEqualTo("proxied visitor as viewer");
    assertThat(find(standIn, withCookie)).isEqualTo("cookie x");
    assertThat(find(standIn, withBroken)).isEqualTo("broken");
    assertThat(find(both, bare)).isEqualTo("nothing");
    assertThat(find(both, withCookie)).isEqualTo("cookie x");
    assertThat(find(standInOnly, bare)).isEqualTo("proxied visitor as viewer");
    assertThat(find(standInOnly, withCookie)).isEqualTo("broken");
    assertThat(find(proxyOnly, bare)).isEqualTo("broken");
  }

  @Test
  void where_only_a_proxy_signs_in_no_token_of_ones_own_is_taken() {
    assertThat(find(proxyOnly, AnyRequest.get("/"))).isEqualTo("nothing");
    assertThat(find(proxyOnly, AnyRequest.get("/").with("Cookie", "auth_token=x")))
        .isEqualTo("broken");
    assertThat(find(proxyOnly, AnyRequest.get("/").with("Authorization", "Bearer x")))
        .isEqualTo("broken");
  }

  private static AnyRequest proxied() {
    return AnyRequest.get("/").with("X-Proxy-Secret", SECRET).viaTrustedProxy();
  }

  private String find(AnyRequest request) {
    return find(finder, request);
  }

  private static String find(CredentialFinder finder, AnyRequest request) {
    return finder
        .find(request)
        .fold(
            () -> "nothing",
            () -> "internal",
            proxied ->
                "proxied " + proxied.caller().name() + " as " + proxied.caller().role().orElse("?"),
            token -> (token.channel() == Channel.COOKIE ? "cookie " : "bearer ") + token.reveal(),
            key -> "key",
            unusable -> "broken");
  }
}
