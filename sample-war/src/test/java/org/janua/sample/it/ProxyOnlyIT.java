package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.janua.sample.it.EveryProxiedServer.ELSEWHERE;
import static org.janua.sample.it.EveryProxiedServer.SECRET;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.RawCall;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code auth.enabled: false}: only a proxy says who is calling. */
@ClassTemplate
@ExtendWith(ProxyOnlyIT.Deployed.class)
final class ProxyOnlyIT {

  static final class Deployed extends EveryProxiedServer {
    Deployed() {
      super(Carrier.CONTAINER);
    }

    @Override
    Deployment configured(Deployment deployment) {
      return super.configured(deployment)
          .withoutFirstAdmin()
          .with("AUTH_ENABLED", "false")
          .withFile(
              """
              proxy:
                separator: "|"
                logout_url: https://login.example.org/logout
                header_map:
                  role_map: {viewer: [users], admin: [sysadmins, root]}
              """);
    }
  }

  @Test
  void whom_the_proxy_names_is_who_is_calling(Site site) {
    assertThat(site.send(from("alice", "users").at("/api/hello")).body()).contains("alice");
    assertThat(site.send(from("alice", "users").at("/api/me")).body()).contains("alice");
    assertThat(site.send(Call.get("/api/hello")).body()).contains("anonymous");
    assertThat(site.send(Call.get("/api/me")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/admin", "/servlet/admin", "/api/ejb"})
  void the_role_map_gives_the_role_and_admin_goes_first(String path, Site site) {
    assertThat(site.send(from("alice", "users | sysadmins").at(path)).status()).isEqualTo(200);
    assertThat(site.send(from("alice", "root").at(path)).status()).isEqualTo(200);
    assertThat(site.send(from("alice", "users").at(path)).status()).isEqualTo(403);
    assertThat(site.send(from("alice", "Root").at(path)).status()).isEqualTo(403);
    assertThat(site.send(from("alice", "admin").at(path)).status()).isEqualTo(403);
    assertThat(site.send(from("alice", "").at(path)).status()).isEqualTo(403);
  }

  @Test
  void groups_on_several_lines_count_as_one(Site site) {
    List<String> lines =
        List.of("X-Forwarded-Groups: users|x", "X-Forwarded-Groups: sysadmins", user("alice"));
    assertThat(raw(site, "/api/admin", lines).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @Tag("TH-01")
  @ValueSource(strings = {"/api/hello", "/api/me", "/api/admin", "/auth/api/profile"})
  void the_word_of_a_proxy_needs_its_secret(String path, Site site) {
    Call wrong = Call.get(path).header("X-Proxy-Secret", SECRET + "x");
    assertThat(site.send(wrong.header("X-Forwarded-User", "alice")).status()).isEqualTo(401);
    assertThat(site.send(wrong).status()).isEqualTo(401);
    assertThat(site.send(Call.get(path).header("X-Forwarded-User", "alice")).status())
        .isEqualTo(401);
    assertThat(site.send(Call.get(path).header("x-forwarded-groups", "root")).status())
        .isEqualTo(401);
    assertThat(raw(site, path, List.of("X-Proxy-Secret: " + SECRET, user("alice"))).status())
        .as("twice")
        .isEqualTo(401);
  }

  @ParameterizedTest
  @Tag("TH-01")
  @ValueSource(
      strings = {"X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1", "$WSRA: 127.0.0.1"})
  void the_right_secret_from_elsewhere_is_refused_whatever_it_says_of_itself(
      String header, Site site) {
    List<String> lines = List.of("Host: a", "X-Proxy-Secret: " + SECRET, user("alice"), header);
    assertThat(RawCall.sendFrom(ELSEWHERE, site.address(), "GET", "/api/hello", lines).status())
        .isEqualTo(401);
    assertThat(RawCall.send(site.address(), "GET", "/api/hello", lines).status()).isEqualTo(200);
  }

  @Test
  @Tag("TH-03")
  void an_underscore_is_no_hyphen(Site site) {
    List<String> lines = List.of("X_Forwarded_User: alice", "X_Forwarded_Groups: root");
    assertThat(raw(site, "/api/hello", lines).status()).isEqualTo(401);
  }

  @Test
  @Tag("TH-04")
  void a_name_that_is_there_twice_or_holds_a_comma_is_refused(Site site) {
    assertThat(raw(site, "/api/hello", List.of(user("alice"), user("alice"))).status())
        .isEqualTo(401);
    assertThat(raw(site, "/api/hello", List.of(user("alice,admin"))).status()).isEqualTo(401);
    assertThat(raw(site, "/api/hello", List.of(user(""))).status()).isEqualTo(401);
    assertThat(raw(site, "/api/hello", List.of(user("x".repeat(256)))).status()).isEqualTo(401);
    assertThat(raw(site, "/api/hello", List.of()).status()).as("no name").isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Jörg Müller", "李雷", "émile", "😀"})
  void a_name_in_utf_8_arrives_as_it_is(String name, Site site) {
    RawCall.Raw answer = raw(site, "/api/hello", List.of(user(utf8(name))));
    assumeThat(answer.status())
        .as("the server itself refuses what is not ASCII in a header (400)")
        .isNotEqualTo(400);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains(utf8(name));
  }

  @Test
  void a_name_that_is_not_utf_8_is_refused(Site site) {
    assertThat(raw(site, "/api/hello", List.of(user("J\u00f6rg"))).status()).isIn(400, 401);
  }

  @Test
  @Tag("TH-09")
  void the_application_sees_neither_the_secret_nor_what_the_proxy_said(Site site) {
    Call call =
        from("alice", "root")
            .at("/api/headers")
            .header("Remote-User", "x")
            .header("remote-role", "admin")
            .header("Remote-Groups", "x")
            .header("Remote-Email", "x")
            .header("Remote-Name", "x")
            .header("X-Other", "seen");
    assertThat(site.send(call).body().lines())
        .contains("x-other")
        .doesNotContain("x-proxy-secret", "x-forwarded-user", "x-forwarded-groups")
        .noneMatch(name -> name.startsWith("remote-"));
    assertThat(site.send(Call.get("/api/headers").header("Remote-User", "x")).body().lines())
        .as("of a stranger")
        .noneMatch(name -> name.startsWith("remote-"));
  }

  @Test
  @Tag("TH-09")
  @Tag("PA-09")
  void neither_a_thread_that_answers_later_nor_an_error_page_sees_them(Site site) {
    for (String path : List.of("/servlet/headers/later", "/servlet/headers/error")) {
      Call call = from("alice", "root").at(path).header("Remote-Role", "admin");
      for (Call sent : List.of(call, Call.get(path).header("Remote-Role", "admin"))) {
        assertThat(site.send(sent.header("X-Other", "seen")).body().lines())
            .as(path)
            .contains("x-other")
            .doesNotContain("x-proxy-secret", "x-forwarded-user", "x-forwarded-groups")
            .noneMatch(name -> name.startsWith("remote-"));
      }
    }
  }

  @Test
  @Tag("TH-09")
  void the_secret_is_not_in_the_log(Site site) {
    site.send(Call.get("/api/me").header("X-Proxy-Secret", SECRET + "x"));
    assertThat(site.server().log().lines()).noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void there_is_nothing_to_sign_in_to(Site site) {
    for (String path : List.of("/auth/api/login", "/auth/api/signin")) {
      Call login = Call.post(path).json("{\"username\": \"admin\", \"password\": \"x\"}");
      assertThat(site.send(login).status()).isEqualTo(404);
    }
    assertThat(site.send(Call.get("/auth/login")).status()).isEqualTo(404);
    assertThat(site.send(Call.get("/auth/api/providers")).body())
        .contains("\"credentials\":false", "\"first_time_login\":false");
    assertThat(site.send(Call.get("/api/me").navigation()).status()).isEqualTo(401);
  }

  @Test
  void no_token_of_ones_own_is_taken(Site site) {
    assertThat(site.send(Call.get("/api/hello").bearer("a.b.c")).status()).isEqualTo(401);
    assertThat(site.send(Call.get("/api/hello").cookie("a.b.c")).status()).isEqualTo(401);
  }

  @Test
  void the_endpoints_know_a_caller_without_an_account(Site site) {
    assertThat(site.send(from("alice", "users").at("/auth/api/profile")).body())
        .contains("\"username\":\"alice\"", "\"role\":\"viewer\"", "\"provider\":\"proxy\"");
    assertThat(site.send(from("alice", "root").at("/auth/api/session")).body())
        .contains("\"authenticated\":true", "\"role\":\"admin\"");
    assertThat(site.send(from("alice", "users").at("/auth/api/sessions")).body())
        .contains("\"items\":[]");
    assertThat(site.send(from("alice", "root").at("/auth/api/users")).status()).isEqualTo(200);
    assertThat(site.send(from("alice", "users").at("/auth/api/users")).status()).isEqualTo(403);
  }

  @Test
  void signing_out_leads_out_of_the_proxy(Site site) {
    Answer script = site.send(from("alice", "users").with(Call.post("/auth/api/logout")));
    assertThat(script.body()).contains("https://login.example.org/logout");
    Answer link = site.send(from("alice", "users").at("/auth/api/logout"));
    assertThat(link.status()).isEqualTo(303);
    assertThat(link.header("Location")).contains("https://login.example.org/logout");
  }

  @Test
  void a_page_of_somebody_else_cannot_use_the_proxy_to_change_things(Site site) {
    Call foreign = Call.post("/api/visits").header("Origin", "https://evil.example");
    assertThat(site.send(from("alice", "root").with(foreign)).status()).isEqualTo(403);
    assertThat(site.send(from("alice", "root").with(Call.post("/api/visits"))).status())
        .isEqualTo(200);
  }

  private static RawCall.Raw raw(Site site, String path, List<String> headers) {
    List<String> lines =
        Stream.concat(Stream.of("Host: a", "X-Proxy-Secret: " + SECRET), headers.stream()).toList();
    return RawCall.send(site.address(), "GET", path, lines);
  }

  private static String user(String name) {
    return "X-Forwarded-User: " + name;
  }

  /** The bytes of UTF-8, one character each. */
  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static Proxied from(String user, String groups) {
    return new Proxied(user, groups);
  }

  /** What the proxy sends along for somebody. */
  private record Proxied(String user, String groups) {

    Call at(String path) {
      return with(Call.get(path));
    }

    Call with(Call call) {
      return call.header("X-Proxy-Secret", SECRET)
          .header("X-Forwarded-User", user)
          .header("X-Forwarded-Groups", groups);
    }
  }
}
