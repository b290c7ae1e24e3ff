package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.RawCall;
import org.janua.sample.it.http.RawCall.Raw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /auth/api/verify}: what a reverse proxy asks before it lets its client pass. */
abstract class VerifyChecks {

  private static final String VERIFY = "/auth/api/verify";

  @Test
  void a_signed_in_caller_is_202_and_named(Site site) {
    Person person = site.newPerson("viewer");
    String profile = "{\"display_name\": \"Jörg 100%\", \"email\": \"joerg@example.org\"}";
    Call change = Call.patch("/auth/api/profile").bearer(person.token()).json(profile);
    assertThat(site.send(change).status()).isEqualTo(200);
    for (Call call : List.of(verify().cookie(person.token()), verify().bearer(person.token()))) {
      Answer answer = site.send(call);
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.body()).isEmpty();
      assertThat(answer.headers("Remote-User")).containsExactly(person.name());
      assertThat(answer.headers("Remote-Role")).containsExactly("viewer");
      assertThat(answer.headers("Remote-Email")).containsExactly("joerg@example.org");
      assertThat(answer.headers("Remote-Name")).containsExactly("J%C3%B6rg 100%25");
      assertThat(answer.headers("Remote-Groups")).containsExactly("everyone");
      assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
    }
  }

  @Test
  void what_is_not_known_of_a_caller_is_empty_and_never_left_out(Site site) {
    Answer answer = site.send(verify().bearer(site.newPerson("viewer").token()));
    assertThat(answer.headers("Remote-Email")).containsExactly("");
    assertThat(answer.headers("Remote-Name")).containsExactly("");
  }

  @Test
  void a_head_request_is_answered_like_a_get(Site site) {
    Person person = site.newPerson("viewer");
    Answer in = site.send(Call.of("HEAD", VERIFY).cookie(person.token()));
    assertThat(in.status()).isEqualTo(202);
    assertThat(in.header("Remote-User")).contains(person.name());
    Answer out = site.send(Call.of("HEAD", VERIFY).header("X-Forwarded-Uri", "/docs"));
    assertThat(out.status()).isEqualTo(401);
    assertThat(out.header("Location")).contains("/auth/login?return=%2Fdocs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void another_method_is_405(String method, Site site) {
    Call call = Call.of(method, VERIFY).cookie(site.newPerson("viewer").token());
    assertThat(site.send(call).status()).isEqualTo(405);
  }

  @Test
  void a_stranger_is_401_and_told_where_to_sign_in_even_as_a_browser(Site site) {
    Answer answer =
        site.send(
            verify().navigation().header("X-Original-URL", "https://app.example/docs/?q=1&r=2"));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers("Location"))
        .containsExactly("/auth/login?return=%2Fdocs%2F%3Fq%3D1%26r%3D2");
    assertThat(answer.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"janua\"");
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    assertThat(answer.headers("Set-Cookie")).isEmpty();
    assertThat(answer.header("Remote-User")).isEmpty();
  }

  @Test
  void guests_are_strangers_whatever_is_asked_for(Site site) {
    assertThat(site.send(Call.get(VERIFY + "?guest=allow")).status()).isEqualTo(401);
  }

  @Test
  void a_bad_credential_is_401_and_a_dead_cookie_is_taken_back(Site site) {
    Person person = site.newPerson("viewer");
    site.send(Call.post("/auth/api/logout").cookie(person.token()));
    Answer cookie = site.send(verify().cookie(person.token()).header("X-Forwarded-Uri", "/x"));
    assertThat(cookie.status()).isEqualTo(401);
    assertThat(cookie.header("Location")).contains("/auth/login?return=%2Fx");
    assertThat(cookie.header("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
    assertThat(cookie.cookie(Call.COOKIE).orElseThrow().attributes()).contains("max-age=0");
    Answer bearer = site.send(verify().bearer(person.token()).cookie(site.admin().token()));
    assertThat(bearer.status()).isEqualTo(401);
    assertThat(bearer.header("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
    assertThat(bearer.headers("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @Tag("BR-08")
  @CsvSource({
    "//evil.example, %2F",
    "/\\evil.example, %2F",
    "https:evil.example, %2F",
    "https://app.example//evil.example, %2F",
    "/.//evil.example, %2F",
    "\\\\evil.example, %2F",
    "/a%2Fb, %2Fa%252Fb"
  })
  void the_way_back_never_leads_to_another_site(String told, String back, Site site) {
    for (String header : List.of("X-Original-URL", "X-Forwarded-Uri")) {
      Answer answer = site.send(verify().header(header, told).header("Referer", "//evil.example"));
      assertThat(answer.header("Location")).contains("/auth/login?return=" + back);
    }
  }

  @ParameterizedTest
  @Tag("PA-12")
  @ValueSource(
      strings = {
        "/auth/api/verify;x",
        "//auth/api/verify",
        "/auth/api/verify%00",
        "/auth/api/verify/.",
        "/auth/api/verify/",
        "*",
        "auth/api/verify"
      })
  void an_odd_spelling_of_the_question_names_nobody(String target, Site site) {
    String cookie = "Cookie: " + Call.COOKIE + "=" + site.admin().token();
    List<String> headers = List.of("Host: localhost", cookie);
    Raw answer = RawCall.send(site.address(), "GET", target, headers);
    assertThat(answer.status()).isNotEqualTo(202);
    assertThat(answer.text()).doesNotContain("Remote-");
  }

  @ParameterizedTest
  @Tag("PA-12")
  @ValueSource(strings = {"Host: evil.example", "Host: a b", "Host: @", "X-None: 1"})
  void a_bad_host_or_an_absolute_target_is_never_a_yes_for_a_stranger(String host, Site site) {
    List<String> headers = List.of(host, "X-Original-URL: http://%zz/../..");
    for (String target : List.of(VERIFY, "http://evil.example" + VERIFY)) {
      Raw answer = RawCall.send(site.address(), "GET", target, headers);
      assertThat(answer.status()).as(target).isIn(400, 401);
    }
  }

  @Test
  void the_internal_port_is_anonymous_and_an_administrator(Site site) {
    Answer answer = verify().send(site.server().internalAddress());
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers("Remote-User")).containsExactly("anonymous");
    assertThat(answer.headers("Remote-Role")).containsExactly("admin");
  }

  private static Call verify() {
    return Call.get(VERIFY);
  }
}
