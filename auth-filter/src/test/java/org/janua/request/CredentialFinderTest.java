package org.janua.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.janua.config.Cookie;
import org.janua.request.Verdict.Channel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which credential a request presents. */
class CredentialFinderTest {

  private final CredentialFinder finder =
      new CredentialFinder(
          Set.of(5000), new SessionCookie(new Cookie("auth_token", Cookie.Secure.AUTO)));

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

  private String find(AnyRequest request) {
    return finder
        .find(request)
        .fold(
            () -> "nothing",
            () -> "internal",
            token -> (token.channel() == Channel.COOKIE ? "cookie " : "bearer ") + token.reveal(),
            malformed -> "broken");
  }
}
