package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.RawCall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which credential of a request counts, and what a bad one costs. */
abstract class CredentialChecks {

  @Test
  void the_bearer_token_counts_and_not_the_cookie(Site site) {
    Person viewer = site.newPerson("viewer");
    Call both = Call.get("/api/me").cookie(site.admin().token()).bearer(viewer.token());
    assertThat(site.send(both).body()).contains(viewer.name());
  }

  @Test
  void a_bad_bearer_token_does_not_fall_back_to_a_good_cookie(Site site) {
    Call both = Call.get("/api/me").cookie(site.admin().token()).bearer("not.a.token");
    assertThat(site.send(both).status()).isEqualTo(401);
  }

  @Test
  void another_scheme_does_not_fall_back_to_a_good_cookie(Site site) {
    Call both =
        Call.get("/api/me").cookie(site.admin().token()).header("Authorization", "Basic YTpi");
    assertThat(site.send(both).status()).isEqualTo(401);
  }

  @Test
  void a_bad_bearer_token_is_401_on_a_public_path_and_the_resource_does_not_run(Site site) {
    long before = site.visits();
    assertThat(site.send(Call.post("/api/visits").bearer("not.a.token")).status()).isEqualTo(401);
    assertThat(site.send(Call.get("/api/hello").bearer("not.a.token")).status()).isEqualTo(401);
    assertThat(site.visits()).isEqualTo(before);
  }

  @Test
  void a_bad_cookie_is_401_on_a_public_path_and_is_taken_back(Site site) {
    long before = site.visits();
    Answer answer = site.send(Call.post("/api/visits").cookie("not.a.token"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.cookie(Call.COOKIE))
        .hasValueSatisfying(cookie -> assertThat(cookie.attributes()).contains("max-age=0"));
    assertThat(site.visits()).isEqualTo(before);
  }

  @Test
  @Tag("SE-10")
  void two_session_cookies_are_401_even_if_both_are_good(Site site) {
    String token = site.admin().token();
    Call twice =
        Call.get("/api/me")
            .header("Cookie", Call.COOKIE + "=" + token + "; " + Call.COOKIE + "=" + token);
    assertThat(site.send(twice).status()).isEqualTo(401);
  }

  @Test
  @Tag("SE-10")
  void two_cookie_lines_with_a_session_each_are_401(Site site) {
    String line = "Cookie: " + Call.COOKIE + "=" + site.admin().token();
    List<String> headers = List.of("Host: localhost", line, line);
    assertThat(RawCall.send(site.address(), "GET", "/api/me", headers).status()).isEqualTo(401);
  }

  @Test
  void two_authorization_lines_are_401(Site site) {
    String line = "Authorization: Bearer " + site.admin().token();
    List<String> headers = List.of("Host: localhost", line, line);
    assertThat(RawCall.send(site.address(), "GET", "/api/me", headers).status()).isIn(400, 401);
  }

  @Test
  void asking_for_the_session_is_never_401(Site site) {
    Answer stranger = site.send(Call.get("/auth/api/session"));
    assertThat(stranger.status()).isEqualTo(200);
    assertThat(stranger.json().getBoolean("authenticated")).isFalse();
    Answer bad = site.send(Call.get("/auth/api/session").bearer("not.a.token"));
    assertThat(bad.status()).isEqualTo(200);
    assertThat(bad.json().getBoolean("authenticated")).isFalse();
    Answer good = site.send(Call.get("/auth/api/session").cookie(site.admin().token()));
    assertThat(good.json().getString("username")).isEqualTo(site.admin().name());
    assertThat(good.json().getString("role")).isEqualTo("admin");
  }

  @Test
  void identity_headers_of_a_proxy_are_not_believed(Site site) {
    Call imitation =
        Call.get("/api/admin")
            .header("X-Forwarded-User", "admin")
            .header("X-Forwarded-Groups", "admin")
            .header("Remote-User", "admin")
            .header("X-Proxy-Secret", "guess");
    assertThat(site.send(imitation).status()).isEqualTo(401);
  }
}
