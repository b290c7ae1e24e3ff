package org.janua.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.janua.access.Contact;
import org.janua.access.Entitlement;
import org.janua.access.Identity;
import org.janua.access.Reach;
import org.janua.request.Verdict.Channel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done with a request once it is known who sent it. */
class GateTest {

  private static final Verdict STRANGER = new Verdict.Stranger();
  private static final Verdict DEAD_COOKIE = new Verdict.Rejected(Channel.COOKIE);
  private static final Verdict BAD_BEARER = new Verdict.Rejected(Channel.HEADER);
  private static final Verdict BROKEN = new Verdict.Unavailable();
  private static final Verdict VIEWER = admitted("viewer", Channel.COOKIE);
  private static final Verdict ADMIN = admitted("admin", Channel.COOKIE);

  private final Gate gate = new Gate(true, true, false);

  /** Every resource of Janua's own: who gets through by GET, or by the method it has. */
  @ParameterizedTest
  @Tag("AZ-01")
  @CsvSource({
    "GET,    /auth/login,                  pass, pass, pass, pass",
    "GET,    /auth/assets/login.js,        pass, pass, pass, pass",
    "GET,    /auth/api/session,            pass, pass, pass, pass",
    "POST,   /auth/api/login,              pass, pass, pass, pass",
    "POST,   /auth/api/signin,             pass, pass, pass, pass",
    "POST,   /auth/api/logout,             pass, pass, pass, pass",
    "GET,    /auth/api/signout,            pass, pass, pass, pass",
    "GET,    /auth/api/verify,             401,  401,  pass, pass",
    "HEAD,   /auth/api/verify,             401,  401,  pass, pass",
    "POST,   /auth/api/verify,             405,  405,  405,  405",
    "POST,   /auth/api/password-reset,     pass, pass, pass, pass",
    "POST,   /auth/api/password-reset/abc, pass, pass, pass, pass",
    "GET,    /auth/api/password-reset,     405,  405,  405,  405",
    "POST,   /auth/api/users/bob/password-reset, 401, 401, 403, pass",
    "GET,    /auth/api/providers,          pass, 401,  pass, pass",
    "GET,    /auth/api/health,             pass, 401,  pass, pass",
    "GET,    /auth/api/profile,            401,  401,  pass, pass",
    "PATCH,  /auth/api/profile,            401,  401,  pass, pass",
    "GET,    /auth/api/sessions,           401,  401,  pass, pass",
    "DELETE, /auth/api/sessions,           401,  401,  pass, pass",
    "DELETE, /auth/api/sessions/1,         401,  401,  pass, pass",
    "PUT,    /auth/api/users/bob/password, 401,  401,  pass, pass",
    "GET,    /auth/api/users,              401,  401,  403,  pass",
    "POST,   /auth/api/users,              401,  401,  403,  pass",
    "GET,    /auth/api/users/bob,          401,  401,  403,  pass",
    "DELETE, /auth/api/users/bob,          401,  401,  403,  pass",
    "PATCH,  /auth/api/users/bob,          401,  401,  403,  pass",
    "PUT,    /auth/api/users/bob/role,     401,  401,  403,  pass",
    "GET,    /auth/api/users/bob/sessions, 401,  401,  403,  pass",
    "DELETE, /auth/api/users/bob/sessions, 401,  401,  403,  pass",
    "DELETE, /auth/api/users/b/sessions/1, 401,  401,  403,  pass",
    "GET,    /auth/api/api-keys,           401,  401,  pass, pass",
    "POST,   /auth/api/api-keys,           401,  401,  pass, pass",
    "DELETE, /auth/api/api-keys/1,         401,  401,  pass, pass",
    "POST,   /auth/api/api-keys/1/rotate,  401,  401,  pass, pass",
    "GET,    /auth/api/users/bob/api-keys, 401,  401,  403,  pass",
    "DELETE, /auth/api/users/bob/api-keys, 401,  401,  403,  pass",
    "DELETE, /auth/api/users/b/api-keys/1, 401,  401,  403,  pass",
    "GET,    /auth/api/roles,              401,  401,  403,  pass",
    "POST,   /auth/api/roles,              401,  401,  403,  pass",
    "GET,    /auth/api/roles/ops,          401,  401,  403,  pass",
    "PUT,    /auth/api/roles/ops,          401,  401,  403,  pass",
    "DELETE, /auth/api/roles/ops,          401,  401,  403,  pass",
    "PATCH,  /auth/api/roles/ops,          405,  405,  405,  405",
    "POST,   /auth/login,                  405,  405,  405,  405",
    "PUT,    /auth/api/login,              405,  405,  405,  405",
    "DELETE, /auth/api/profile,            405,  405,  405,  405",
    "TRACE,  /auth/api/users,              405,  405,  405,  405",
    "OPTIONS,/auth/api/users,              405,  405,  405,  405",
    "FOO,    /auth/api/users,              405,  405,  405,  405",
    "GET,    /auth/api/hello,              404,  404,  404,  404",
    "GET,    /auth/api/users/,             400,  400,  400,  400",
    "GET,    /auth/api/users/a/b,          404,  404,  404,  404",
    "GET,    /auth/api/Users,              404,  404,  404,  404",
    "GET,    /auth/loginX,                 404,  404,  404,  404",
    "GET,    /auth,                        404,  404,  404,  404",
    "GET,    /api/hello,                   pass, 401,  pass, pass",
    "POST,   /api/hello,                   pass, 401,  pass, pass",
    "GET,    /authentic,                   pass, 401,  pass, pass"
  })
  void everybody_gets_through_where_the_table_says(
      String method, String path, String stranger, String dead, String viewer, String admin) {
    assertThat(answer(method, path, STRANGER)).as("stranger").isEqualTo(stranger);
    assertThat(answer(method, path, DEAD_COOKIE)).as("dead cookie").isEqualTo(dead);
    assertThat(answer(method, path, BAD_BEARER)).as("bad bearer").isEqualTo(dead);
    assertThat(answer(method, path, VIEWER)).as("viewer").isEqualTo(viewer);
    assertThat(answer(method, path, ADMIN)).as("admin").isEqualTo(admin);
  }

  @Test
  @Tag("FA-01")
  void what_could_not_be_decided_is_503_and_takes_no_cookie() {
    for (String path : List.of("/api/hello", "/auth/api/profile", "/auth/api/users")) {
      Reply reply = gate.reply(AnyRequest.get(path), BROKEN);
      assertThat(status(reply)).isEqualTo("503");
      assertThat(((Reply.Refuse) reply).rejected()).isEmpty();
    }
  }

  @Test
  void a_dead_cookie_is_taken_back_and_a_bad_bearer_leaves_cookies_alone() {
    Reply cookie = gate.reply(AnyRequest.get("/api/hello"), DEAD_COOKIE);
    Reply bearer = gate.reply(AnyRequest.get("/api/hello"), BAD_BEARER);

    assertThat(((Reply.Refuse) cookie).rejected()).contains(Channel.COOKIE);
    assertThat(((Reply.Refuse) bearer).rejected()).contains(Channel.HEADER);
  }

  @Test
  void a_person_who_opens_a_page_is_sent_to_sign_in_and_back() {
    AnyRequest page =
        AnyRequest.get("/boards").with("Accept", "text/html,*/*").writtenAs("/app/boards?x=1");

    Reply reply = gate.challenge(page, STRANGER);

    assertThat(reply).isEqualTo(new Reply.SignInFirst(302, "/app/boards?x=1", Optional.empty()));
    assertThat(gate.reply(page, DEAD_COOKIE))
        .isEqualTo(new Reply.SignInFirst(302, "/app/boards?x=1", Optional.of(Channel.COOKIE)));
  }

  @Test
  void another_server_is_told_the_login_page_and_never_led_there() {
    AnyRequest asked =
        AnyRequest.get("/auth/api/verify")
            .with("Accept", "text/html")
            .with("Sec-Fetch-Mode", "navigate")
            .with("X-Original-URL", "https://app.example/docs/?q=1");

    assertThat(gate.reply(asked, STRANGER))
        .isEqualTo(new Reply.SignInFirst(401, "/docs/?q=1", Optional.empty()));
    assertThat(gate.reply(asked, DEAD_COOKIE))
        .isEqualTo(new Reply.SignInFirst(401, "/docs/?q=1", Optional.of(Channel.COOKIE)));
    assertThat(gate.reply(asked, BAD_BEARER))
        .isEqualTo(new Reply.SignInFirst(401, "/docs/?q=1", Optional.of(Channel.HEADER)));
    assertThat(status(gate.reply(asked, BROKEN))).isEqualTo("503");
  }

  @Test
  void somebody_who_is_known_and_has_no_business_here_is_403_and_not_led_to_sign_in() {
    Verdict barred = new Verdict.Barred(Channel.PROXY);
    for (String path : List.of("/", "/api/hello", "/auth/api/profile", "/auth/api/verify")) {
      AnyRequest page = AnyRequest.get(path).with("Accept", "text/html");
      assertThat(status(gate.reply(page, barred))).as(path).isEqualTo("403");
    }
    assertThat(status(gate.challenge(AnyRequest.get("/"), barred))).isEqualTo("403");
  }

  @Test
  void where_only_a_proxy_signs_in_there_is_nothing_to_sign_in_to() {
    Gate proxyOnly = new Gate(true, false, false);
    for (String path :
        List.of(
            "/auth/login",
            "/auth/api/login",
            "/auth/api/signin",
            "/auth/api/password-reset",
            "/auth/api/password-reset/abc")) {
      for (String method : List.of("GET", "POST", "PUT")) {
        assertThat(status(proxyOnly.reply(AnyRequest.of(method, path), STRANGER)))
            .as(method + " " + path)
            .isEqualTo("404");
      }
    }
    AnyRequest page = AnyRequest.get("/boards").with("Accept", "text/html");
    assertThat(status(proxyOnly.challenge(page, STRANGER))).isEqualTo("401");
    assertThat(status(proxyOnly.reply(AnyRequest.get("/auth/api/verify"), STRANGER)))
        .isEqualTo("401");
    assertThat(status(proxyOnly.reply(post("/auth/api/logout"), STRANGER))).isEqualTo("pass");
  }

  @ParameterizedTest
  @CsvSource({
    "?guest=allow,               pass, 401",
    "?x=y&guest=allow,           pass, 401",
    "'',                         401,  401",
    "?guest=,                    401,  401",
    "?guest=Allow,               401,  401",
    "?xguest=allow,              401,  401",
    "?guest=allow&guest=allow,   401,  401",
    "?guest=allow&guest=deny,    401,  401"
  })
  @Tag("AZ-10")
  void a_guest_passes_where_guests_are_welcome_and_asked_for(
      String query, String stranger, String failed) {
    Gate open = new Gate(true, true, true);
    AnyRequest request = AnyRequest.get("/auth/api/verify").writtenAs("/auth/api/verify" + query);

    assertThat(status(open.reply(request, STRANGER))).isEqualTo(stranger);
    assertThat(status(open.reply(request, DEAD_COOKIE))).isEqualTo(failed);
    assertThat(status(open.reply(request, BAD_BEARER))).isEqualTo(failed);
    assertThat(status(open.reply(request, BROKEN))).isEqualTo("503");
    assertThat(status(gate.reply(request, STRANGER))).isEqualTo("401");
  }

  @Test
  void a_guest_is_a_stranger_everywhere_else() {
    Gate open = new Gate(true, true, true);
    for (String path : List.of("/auth/api/profile", "/auth/api/sessions", "/auth/api/users")) {
      assertThat(status(open.reply(AnyRequest.get(path), STRANGER))).as(path).isEqualTo("401");
    }
    assertThat(status(open.challenge(AnyRequest.get("/boards"), STRANGER))).isEqualTo("401");
  }

  @Test
  void a_script_that_accepts_html_is_not_a_person() {
    AnyRequest script =
        AnyRequest.get("/boards").with("Accept", "text/html").with("Sec-Fetch-Mode", "cors");

    assertThat(status(gate.challenge(script, STRANGER))).isEqualTo("401");
  }

  @ParameterizedTest
  @Tag("BR-02")
  @MethodSource("foreign")
  void a_foreign_page_changes_nothing_by_the_cookie(AnyRequest request) {
    assertThat(status(gate.reply(request, ADMIN))).isEqualTo("403");
    Verdict byHeader = admitted("admin", Channel.HEADER);
    assertThat(status(gate.reply(request, byHeader))).isEqualTo("pass");
    Verdict byKey = admitted("admin", Channel.KEY);
    assertThat(status(gate.reply(request, byKey))).isEqualTo("pass");
    Verdict byPort = admitted("admin", Channel.PORT);
    assertThat(status(gate.reply(request, byPort))).isEqualTo("403");
    Verdict byProxy = admitted("admin", Channel.PROXY);
    assertThat(status(gate.reply(request, byProxy))).isEqualTo("403");
  }

  static Stream<AnyRequest> foreign() {
    return Stream.of("/auth/api/users", "/api/boards")
        .flatMap(
            path ->
                Stream.of(
                    post(path).with("Sec-Fetch-Site", "cross-site"),
                    post(path).with("Sec-Fetch-Site", "same-site"),
                    post(path).with("Sec-Fetch-Site", "SAME-ORIGIN"),
                    post(path).with("Sec-Fetch-Site", "none").with("Sec-Fetch-Site", "none"),
                    post(path)
                        .with("Sec-Fetch-Site", "cross-site")
                        .with("Origin", "http://app.example"),
                    post(path).with("Origin", "http://evil.example"),
                    post(path).with("Origin", "null"),
                    post(path).with("Origin", "https://app.example"),
                    post(path).with("Origin", "http://app.example:81"),
                    post(path).with("Origin", "http://sub.app.example")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void a_page_of_ones_own_changes_what_it_may(String site) {
    assertThat(status(gate.reply(post("/api/boards").with("Sec-Fetch-Site", site), ADMIN)))
        .isEqualTo("pass");
  }

  @Test
  void a_browser_without_fetch_metadata_is_judged_by_its_origin() {
    AnyRequest own = post("/api/boards").with("Origin", "http://app.example");
    assertThat(status(gate.reply(own, ADMIN))).isEqualTo("pass");
    assertThat(status(gate.reply(post("/api/boards"), ADMIN))).isEqualTo("pass");
    AnyRequest plain = post("/api/boards").overTls().with("Origin", "http://app.example");
    assertThat(status(gate.reply(plain, ADMIN))).isEqualTo("403");
    AnyRequest encrypted = post("/api/boards").overTls().with("Origin", "https://app.example");
    assertThat(status(gate.reply(encrypted, ADMIN))).isEqualTo("pass");
  }

  @Test
  void the_application_may_look_after_itself() {
    Gate open = new Gate(false, true, false);
    AnyRequest foreign = post("/api/boards").with("Sec-Fetch-Site", "cross-site");
    assertThat(status(open.reply(foreign, ADMIN))).isEqualTo("pass");
    AnyRequest own = post("/auth/api/users").with("Sec-Fetch-Site", "cross-site");
    assertThat(status(open.reply(own, ADMIN))).isEqualTo("403");
  }

  @Test
  @Tag("BR-03")
  void signing_in_and_out_is_for_own_pages_only_whoever_asks() {
    for (String path : List.of("/auth/api/login", "/auth/api/logout")) {
      AnyRequest foreign = post(path).with("Sec-Fetch-Site", "cross-site");
      assertThat(status(gate.reply(foreign, STRANGER))).isEqualTo("403");
      assertThat(status(gate.reply(foreign, ADMIN))).isEqualTo("403");
    }
  }

  @Test
  @Tag("SE-03")
  void signing_out_by_link_is_for_own_links_only() {
    AnyRequest image =
        AnyRequest.get("/auth/api/logout")
            .with("Sec-Fetch-Site", "same-origin")
            .with("Sec-Fetch-Mode", "no-cors");
    AnyRequest foreign = AnyRequest.get("/auth/api/logout").with("Sec-Fetch-Site", "cross-site");
    AnyRequest linked = AnyRequest.get("/auth/api/logout").with("Referer", "http://evil.example/");
    AnyRequest own = AnyRequest.get("/auth/api/logout").with("Referer", "http://app.example/x");

    assertThat(status(gate.reply(image, ADMIN))).isEqualTo("403");
    assertThat(status(gate.reply(foreign, ADMIN))).isEqualTo("403");
    assertThat(status(gate.reply(linked, ADMIN))).isEqualTo("403");
    assertThat(status(gate.reply(own, ADMIN))).isEqualTo("pass");
  }

  @ParameterizedTest
  @Tag("PA-01")
  @ValueSource(
      strings = {
        "/auth/api/users;x=y",
        "/auth;a/api/users",
        "/auth/api/users;.css",
        "/auth/api/users%3B",
        "//auth/api/users",
        "/auth//api/users",
        "/auth/./api/users",
        "/auth/x/../api/users",
        "/auth/api/%2e%2e/users",
        "/auth%2fapi/users",
        "/auth/api\\users",
        "/auth/api%5cusers",
        "/auth/api/users%00",
        "/auth/api/users%0a",
        "/auth/api/users%25",
        "/auth/api/users/",
        "/auth/api/us%",
        "/auth/api/us%zz",
        "http://app.example/auth/api/users"
      })
  void a_path_that_can_be_read_in_two_ways_is_refused(String target) {
    AnyRequest request = AnyRequest.get("/auth/api/users").writtenAs(target);

    assertThat(status(gate.reply(request, ADMIN))).isEqualTo("400");
  }

  @ParameterizedTest
  @Tag("PW-13")
  @Tag("IN-02")
  @ValueSource(strings = {"?%", "?a=%", "?a=%2", "?a=%zz", "?a=%2%41", "?a=b?%g0", "?a=%u0041"})
  void a_query_with_half_an_escape_is_refused(String query) {
    AnyRequest request =
        AnyRequest.of("POST", "/auth/api/login").writtenAs("/auth/api/login" + query);

    assertThat(status(gate.reply(request, STRANGER))).isEqualTo("400");
    AnyRequest page = AnyRequest.get("/auth/login").writtenAs("/auth/login" + query);
    assertThat(status(gate.reply(page, STRANGER)))
        .as("a person is shown the page")
        .isEqualTo("pass");
  }

  @Test
  void a_percent_sign_is_plain_in_the_name_of_a_group_and_nothing_else_is_there() {
    AnyRequest named = AnyRequest.get("/auth/api/groups/100%").writtenAs("/auth/api/groups/100%25");
    assertThat(status(gate.reply(named, ADMIN))).isEqualTo("pass");

    for (String target :
        List.of("100%", "a%2fb", "a%5cb", "a%3Bb", "%2e%2e", "a;b", "a%00", "..", "a//b")) {
      AnyRequest odd = AnyRequest.get("/auth/api/groups/x").writtenAs("/auth/api/groups/" + target);
      assertThat(status(gate.reply(odd, ADMIN))).as(target).isEqualTo("400");
    }
  }

  @Test
  void an_escaped_name_is_plain() {
    AnyRequest request =
        AnyRequest.get("/auth/api/users/jörg@x")
            .writtenAs("/app/auth/api/users/j%C3%B6rg@x?a=//b%20%C3%b6");

    assertThat(status(gate.reply(request, ADMIN))).isEqualTo("pass");
  }

  private String answer(String method, String path, Verdict verdict) {
    return status(gate.reply(AnyRequest.of(method, path), verdict));
  }

  private static AnyRequest post(String path) {
    return AnyRequest.of("POST", path);
  }

  private static Verdict admitted(String role, Channel channel) {
    Entitlement own = Entitlement.ofRole(Set.of(role), Reach.NOTHING);
    Identity caller =
        new Identity(Optional.of("id"), Optional.of("session"), "bob", role, own, Contact.NONE);
    return new Verdict.Admitted(caller, channel, Optional.empty(), Optional.empty());
  }

  private static String status(Reply reply) {
    return reply.fold(
        proceed -> "pass",
        refuse -> String.valueOf(refuse.problem().status()),
        signIn -> String.valueOf(signIn.status()));
  }
}
