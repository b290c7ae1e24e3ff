package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.SetCookie;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first start, and signing in by name and password. */
abstract class SigningInChecks {

  private static final String LOGIN = "/auth/api/login";

  @Test
  @Tag("PW-10")
  void the_first_start_prints_the_administrators_password_once(Site site) {
    assertThat(Banner.all(site.server().log().lines()))
        .singleElement()
        .satisfies(banner -> assertThat(banner.name()).isEqualTo("admin"));
    assertThat(site.tryToSignIn("admin", site.firstAdmin().password()).status()).isEqualTo(200);
  }

  @Test
  void json_signs_in_and_says_who_and_how_long(Site site) {
    Answer answer = site.tryToSignIn(site.newAccount("viewer"), Site.PASSWORD);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.json().getString("role")).isEqualTo("viewer");
    assertThat(Instant.parse(answer.json().getString("expires_at")))
        .isBetween(
            Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(25)));
    assertThat(answer.body()).doesNotContain("token", "password");
  }

  @Test
  void a_form_signs_in(Site site) {
    String name = site.newAccount("viewer");
    Answer answer = site.send(Call.post(LOGIN).form("username", name, "password", Site.PASSWORD));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.cookie(Call.COOKIE)).isPresent();
  }

  @Test
  void the_other_names_of_the_endpoint_and_of_the_field_work_too(Site site) {
    String body =
        "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(site.newAccount("viewer"), Site.PASSWORD);
    assertThat(site.send(Call.post("/auth/api/signin").json(body)).status()).isEqualTo(200);
  }

  @Test
  void a_name_is_found_in_any_case_and_kept_as_typed(Site site) {
    String name = site.newAccount("viewer");
    Answer answer = site.tryToSignIn(name.toUpperCase(Locale.ROOT), Site.PASSWORD);
    assertThat(answer.json().getString("username")).isEqualTo(name);
  }

  @Test
  @Tag("EN-01")
  void a_wrong_password_and_an_unknown_name_are_answered_alike(Site site) {
    Answer wrong = site.tryToSignIn(site.newAccount("viewer"), "not the password");
    Answer unknown = site.tryToSignIn("nobody-of-this-name", "not the password");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(wrong.header("WWW-Authenticate")).isPresent();
    assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    assertThat(wrong.cookie(Call.COOKIE)).isEmpty();
  }

  @ParameterizedTest
  @Tag("PW-13")
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"admin\"",
        "{\"username\":\"a\"}",
        "{\"username\":\"a\",\"password\":\"b\"} x",
        "{\"username\":\"a\",\"username\":\"b\",\"password\":\"c\"}",
        "{\"username\":\"a\",\"password\":\"b\",\"role\":\"admin\"}",
        "{\"username\":\"a\",\"password\":\"b\",\"remember\":\"yes\"}",
        "{\"username\":\"a\",\"password\":null}",
        "{\"username\":\"a\",\"password\":1}",
        "{\"username\":\"a\",\"password\":[\"b\"]}",
        "{\"username\":{},\"password\":\"b\"}",
        "{\"username\":\"a\",\"user\":\"b\",\"password\":\"c\"}"
      })
  void a_body_that_is_not_what_was_asked_for_is_400(String body, Site site) {
    Answer answer = site.send(Call.post(LOGIN).json(body));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
  }

  @Test
  void a_wrong_field_is_named(Site site) {
    Answer answer =
        site.send(
            Call.post(LOGIN).json("{\"username\":\"a\",\"password\":\"b\",\"remember\":\"yes\"}"));
    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("remember");
  }

  @ParameterizedTest
  @Tag("BR-01")
  @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/xml"})
  void another_content_type_is_415(String type, Site site) {
    Answer answer =
        site.send(Call.post(LOGIN).body(type, "{\"username\":\"a\",\"password\":\"b\"}"));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
  }

  @Test
  void a_body_over_64_kib_is_413(Site site) {
    String body = "{\"username\":\"a\",\"password\":\"" + "b".repeat(70_000) + "\"}";
    Answer answer = site.send(Call.post(LOGIN).json(body));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"GET,/auth/api/login", "PUT,/auth/api/login", "POST,/auth/api/session"})
  void another_method_is_405_and_the_right_one_is_named(String method, String path, Site site) {
    Answer answer = site.send(Call.of(method, path));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isPresent();
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
  }

  @Test
  @Tag("SE-09")
  void the_cookie_is_out_of_reach_of_scripts_and_foreign_pages(Site site) {
    SetCookie cookie =
        site.tryToSignIn(site.newAccount("viewer"), Site.PASSWORD)
            .cookie(Call.COOKIE)
            .orElseThrow();
    assertThat(cookie.reach()).containsExactlyInAnyOrder("httponly", "path=/", "samesite=lax");
    assertThat(cookie.seconds()).isBetween(86_390L, 86_400L);
  }

  @Test
  @Tag("SE-01")
  void every_sign_in_gives_a_new_token_and_no_container_session(Site site) {
    String name = site.newAccount("viewer");
    Answer first = site.tryToSignIn(name, Site.PASSWORD);
    Answer second = site.tryToSignIn(name, Site.PASSWORD);
    assertThat(second.cookie(Call.COOKIE).orElseThrow().value())
        .isNotEqualTo(first.cookie(Call.COOKIE).orElseThrow().value());
    assertThat(first.headers("Set-Cookie")).hasSize(1);
  }

  @Test
  void a_dead_cookie_does_not_stop_a_sign_in(Site site) {
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\"}"
            .formatted(site.newAccount("viewer"), Site.PASSWORD);
    assertThat(site.send(Call.post(LOGIN).cookie("dead.dead.dead").json(body)).status())
        .isEqualTo(200);
  }

  @Test
  void to_be_remembered_is_a_longer_session(Site site) {
    String body =
        "{\"username\":\"%s\",\"password\":\"%s\",\"remember\":true}"
            .formatted(site.newAccount("viewer"), Site.PASSWORD);
    Answer answer = site.send(Call.post(LOGIN).json(body));
    assertThat(answer.cookie(Call.COOKIE).orElseThrow().seconds()).isBetween(604_790L, 604_800L);
  }

  @Test
  @Tag("BR-05")
  void everything_under_auth_carries_the_protective_headers(Site site) {
    for (String path : new String[] {"/auth/login", "/auth/api/session", "/auth/api/users"}) {
      Answer answer = site.send(Call.get(path));
      assertThat(answer.header("Cache-Control").orElse("")).as(path).contains("no-store");
      assertThat(answer.header("X-Content-Type-Options")).as(path).hasValue("nosniff");
      assertThat(answer.header("Referrer-Policy")).as(path).isPresent();
      assertThat(answer.header("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe-inline");
    }
  }

  @Test
  void the_login_page_is_there_for_everybody(Site site) {
    Answer page = site.send(Call.get("/auth/login").navigation().cookie("dead.dead.dead"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.mediaType()).isEqualTo("text/html");
  }
}
