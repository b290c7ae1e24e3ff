package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.RawCall;
import org.janua.sample.it.http.RawCall.Raw;
import org.janua.sample.it.proxy.Upstream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reverse proxy that asks Janua before it serves what is not Java: a folder of files at {@code
 * /}, and a program at {@code /app/}. Renewing is due at every request here.
 */
abstract class GuardChecks {

  static final String PAGE = "A page for those who are signed in.";
  private static final String LOGIN = "/auth/login?return=";

  /** The sample, whose Janua is asked. */
  abstract Site site();

  /** Where the proxy listens. */
  abstract URI guard();

  /** The program behind it. */
  abstract Upstream upstream();

  @Test
  void a_stranger_who_opens_a_page_is_led_to_sign_in_and_back() {
    for (String path : List.of("/page.html?a=1&b=2", "/app/x", "/", "/no-such-page")) {
      Answer answer = Call.get(path).navigation().send(guard());
      assertThat(answer.status()).as(path).isEqualTo(302);
      assertThat(answer.header("Location")).contains(LOGIN + Call.encoded(path));
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.body()).doesNotContain(PAGE, Upstream.GREETING);
    }
    Answer page = Call.get("/auth/login").navigation().send(guard());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("<form");
  }

  @Test
  void a_program_or_a_script_is_401_and_not_led_anywhere() {
    Call script = Call.get("/page.html").header("Accept", "text/html");
    for (Call call : List.of(Call.get("/page.html"), script.header("Sec-Fetch-Mode", "cors"))) {
      Answer answer = call.send(guard());
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("Location")).isEmpty();
      assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
      assertThat(answer.body()).doesNotContain(PAGE);
    }
  }

  @Test
  void who_signs_in_gets_the_page_and_is_refused_at_once_after_signing_out() {
    Person person = signIn(site().newAccount("viewer"));
    Answer page = Call.get("/page.html").cookie(person.token()).send(guard());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains(PAGE);
    assertThat(page.header("Cache-Control")).contains("private");
    Call byHeader = Call.get("/page.html").bearer(person.token());
    assertThat(byHeader.send(guard()).status()).isEqualTo(200);

    Call out = Call.post("/auth/api/logout").cookie(person.token());
    assertThat(out.header("Origin", guard().toString()).send(guard()).status()).isEqualTo(200);

    Answer refused = Call.get("/page.html").cookie(person.token()).send(guard());
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).doesNotContain(PAGE);
    assertThat(refused.cookie(Call.COOKIE).orElseThrow().attributes()).contains("max-age=0");
    assertThat(byHeader.send(guard()).status()).isEqualTo(401);
  }

  @Test
  void the_program_behind_learns_who_is_calling_and_not_how_they_prove_it() {
    Person person = signIn(site().newAccount("viewer"));
    String profile = "{\"display_name\": \"Jörg\", \"email\": \"joerg@example.org\"}";
    site().send(Call.patch("/auth/api/profile").bearer(person.token()).json(profile));
    String cookies =
        "a=1; __Host-auth_token=%1$s; auth_token=%1$s; b=2; xauth_token=c"
            .formatted(person.token());
    String seen = Call.get("/app/x%2Fy?q=//").header("Cookie", cookies).send(guard()).body();
    assertThat(seen)
        .startsWith(Upstream.GREETING + "GET /app/x%2Fy?q=//")
        .contains("\nremote-user: " + person.name() + "\n", "\nremote-role: viewer\n")
        .contains("\nremote-email: joerg@example.org\n", "\nremote-name: J%C3%B6rg\n")
        .contains("a=1; ", " b=2; xauth_token=c")
        .doesNotContain(person.token());
    assertThat(Call.get("/app/").bearer(person.token()).send(guard()).body())
        .contains("remote-user: " + person.name())
        .doesNotContain(person.token(), "authorization");
  }

  @Test
  @Tag("TH-03")
  void what_a_client_says_about_itself_never_reaches_the_program_behind() {
    List<String> forged =
        List.of(
            "Remote-User: mallory",
            "Remote_User: mallory",
            "REMOTE-USER: mallory",
            "Remote-Role: mallory",
            "Remote-Groups: mallory",
            "Remote-Email: mallory@example.org",
            "Remote-Name: mallory");
    Person person = signIn(site().newAccount("viewer"));
    Raw seen = send("GET", "/app/x", person, forged);
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.text()).contains("remote-user: " + person.name()).doesNotContain("mallory");
    assertThat(send("GET", "/app/x", null, forged).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PROPFIND"})
  void every_method_is_guarded(String method) {
    int before = upstream().requests();
    Answer refused = Call.of(method, "/app/x").send(guard());
    assertThat(refused.status()).isEqualTo(401);
    assertThat(upstream().requests()).isEqualTo(before);
    Person person = signIn(site().newAccount("viewer"));
    Answer passed = Call.of(method, "/app/x").cookie(person.token()).send(guard());
    assertThat(passed.status()).isEqualTo(200);
    assertThat(upstream().requests()).isEqualTo(before + 1);
  }

  @Test
  void a_body_arrives_behind_and_not_at_janua() {
    Person person = signIn(site().newAccount("viewer"));
    String body = "line\n".repeat(20_000);
    Call call = Call.post("/app/x").cookie(person.token()).body("text/plain", body);
    assertThat(call.send(guard()).body()).contains("POST /app/x").endsWith(body);
    assertThat(Call.post("/app/x").body("text/plain", body).send(guard()).status()).isEqualTo(401);
  }

  @Test
  void a_session_that_was_prolonged_reaches_the_browser() {
    Person person = signIn(site().newAccount("viewer"));
    for (String path : List.of("/page.html", "/app/x")) {
      Call call = Call.get(path).cookie(person.token());
      Answer answer =
          Endurance.until(() -> call.send(guard()), a -> a.cookie("auth_token").isPresent());
      String renewed = answer.cookie(Call.COOKIE).orElseThrow().value();
      assertThat(renewed).isNotEmpty().isNotEqualTo(person.token());
      assertThat(site().send(Call.get("/api/me").cookie(renewed)).status()).isEqualTo(200);
    }
  }

  @Test
  void a_bad_bearer_token_is_refused_beside_a_good_cookie() {
    Person person = signIn(site().newAccount("viewer"));
    Call call = Call.get("/page.html").cookie(person.token()).bearer("a.b.c");
    assertThat(call.send(guard()).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @Tag("PA-01")
  @Tag("PA-02")
  @Tag("PA-03")
  @ValueSource(
      strings = {
        "/page%2Ehtml",
        "/%70age.html",
        "//page.html",
        "///page.html",
        "/./page.html",
        "/x/../page.html",
        "/x/%2e%2e/page.html",
        "/..;/page.html",
        "/auth/../page.html",
        "/auth/..;/page.html",
        "/auth/%2e%2e/page.html",
        "/auth/%2e%2e%2fpage.html",
        "/auth%2f..%2fpage.html",
        "/auth/login/../../page.html",
        "/auth/login/..%2f..%2fpage.html",
        "/auth/..//page.html",
        "/auth/..%5cpage.html",
        "/auth/..\\page.html",
        "/auth;/../page.html",
        "/auth/../app/x",
        "/auth/..%2fapp/x",
        "/auth/..;/app/x",
        "/AUTH/../app/x",
        "/app/x;/auth/login",
        "/app/x?/auth/login",
        "/app/x#/auth/login",
        "/app/../app/x",
        "http://127.0.0.1/page.html",
        "http://127.0.0.1/auth/../app/x",
        "/janua-verify",
        "/page.html%00",
        "*"
      })
  void no_spelling_of_a_path_leads_past_the_guard(String target) {
    int before = upstream().requests();
    Raw answer = send("GET", target, null, List.of());
    assertThat(answer.text()).doesNotContain(PAGE, Upstream.GREETING, "Remote-User");
    assertThat(upstream().requests()).isEqualTo(before);
  }

  @ParameterizedTest
  @Tag("PA-12")
  @ValueSource(strings = {":80:90", ":y", ":", ":-1", "@y", "#y", "/../y"})
  void no_spelling_of_a_host_leads_past_the_guard(String end) {
    for (String path : List.of("/page.html", "/app/x")) {
      List<String> headers = List.of("Host: " + guard().getHost() + end);
      Raw answer = RawCall.send(guard(), "GET", path, headers);
      assertThat(answer.text()).as(path).doesNotContain(PAGE, Upstream.GREETING);
    }
  }

  @ParameterizedTest
  @Tag("BR-08")
  @CsvSource({
    "/a%2Fb?c=%20, /a%2Fb?c=%20",
    "/app/;x=y, /app/;x=y",
    "//evil.example/, /",
    "/%2F/evil.example, /%2F/evil.example",
    "http://127.0.0.1/x, /x"
  })
  void the_way_back_is_a_path_of_this_site(String target, String back) {
    Raw answer = send("GET", target, null, List.of("Accept: text/html"));
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.text()).contains("Location: " + LOGIN + Call.encoded(back) + "\r\n");
  }

  @ParameterizedTest
  @Tag("TH-05")
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "X-Forwarded-For, X-Forwarded-Proto, X-Forwarded-Host, X-Forwarded-Uri, X-Original-URL",
        "Remote-User, Remote-Role",
        "remote-role",
        "Cookie",
        "Host"
      })
  void naming_headers_to_drop_on_the_way_gives_nobody_more(String named) {
    List<String> headers = List.of("Connection: " + named, "Remote-User: admin");
    assertThat(send("GET", "/app/x", null, headers).status()).isIn(400, 401);
    Person person = signIn(site().newAccount("viewer"));
    Raw seen = send("GET", "/app/x", person, headers);
    assertThat(seen.status()).isIn(200, 400, 401);
    if (seen.status() == 200) {
      assertThat(seen.text())
          .contains("remote-user: " + person.name(), "remote-role: viewer")
          .doesNotContain("admin");
    }
  }

  @Test
  void what_belongs_to_the_application_with_janua_is_not_served_here() {
    Person person = signIn(site().newAccount("viewer"));
    assertThat(Call.get("/api/hello").cookie(person.token()).send(guard()).status()).isEqualTo(404);
  }

  /** Signs in through the proxy, as the login page does. */
  Person signIn(String name) {
    Answer answer =
        Call.post("/auth/api/login")
            .header("Origin", guard().toString())
            .header("Sec-Fetch-Site", "same-origin")
            .json("{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, Site.PASSWORD))
            .send(guard());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return new Person(name, answer.cookie(Call.COOKIE).orElseThrow().value());
  }

  private Raw send(String method, String target, Person person, List<String> headers) {
    List<String> all = new ArrayList<>(headers);
    all.add("Host: " + guard().getAuthority());
    if (person != null) {
      all.add("Cookie: " + Call.COOKIE + "=" + person.token());
    }
    return RawCall.send(guard(), method, target, all);
  }
}
