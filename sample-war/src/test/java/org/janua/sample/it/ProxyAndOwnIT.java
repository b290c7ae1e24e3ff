package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.janua.sample.it.EveryProxiedServer.ELSEWHERE;
import static org.janua.sample.it.EveryProxiedServer.SECRET;

import java.util.List;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.RawCall;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Own accounts and a proxy at the same time, strictly, and what a proxy says of the way here. */
@ClassTemplate
@ExtendWith(ProxyAndOwnIT.Deployed.class)
final class ProxyAndOwnIT {

  private static final String HOST_COOKIE = "__Host-" + Call.COOKIE;

  static final class Deployed extends EveryProxiedServer {
    Deployed() {
      super(Carrier.FILTER);
    }

    @Override
    Deployment configured(Deployment deployment) {
      return super.configured(deployment)
          .with("AUTH_PROVIDERS", "credentials,proxy")
          .with("PROXY_STRICT", "true");
    }
  }

  @Test
  void a_proxy_and_a_password_both_sign_in(Site site) {
    assertThat(site.send(Call.get("/api/me").bearer(site.admin().token())).body())
        .contains("admin");
    assertThat(site.send(proxied("bob", "Viewer")).body()).contains("bob");
    assertThat(site.send(proxied("bob", "users,ADMIN")).status()).isEqualTo(200);
  }

  @Test
  void strict_refuses_whoever_has_no_role_everywhere(Site site) {
    for (String path : List.of("/api/hello", "/api/me", "/auth/api/profile", "/auth/api/verify")) {
      assertThat(site.send(as(Call.get(path), "bob", "users")).status()).as(path).isEqualTo(403);
    }
    Call bare = secret(Call.get("/api/hello")).header("X-Forwarded-User", "bob");
    assertThat(site.send(bare).status()).as("no groups").isEqualTo(403);
    assertThat(site.send(as(Call.get("/auth/api/session"), "bob", "users")).body())
        .contains("\"authenticated\":false");
  }

  @Test
  @Tag("TH-08")
  void a_proxy_beats_the_cookie_and_its_failure_does_not_fall_back_to_it(Site site) {
    Site.Person alice = site.newPerson("viewer");
    Answer both = site.send(as(Call.get("/api/me").cookie(alice.token()), "bob", "viewer"));
    assertThat(both.body()).contains("bob").doesNotContain(alice.name());
    assertThat(both.cookie(Call.COOKIE)).isEmpty();
    Call unproven =
        Call.get("/api/me").cookie(alice.token()).header("X-Forwarded-User", alice.name());
    assertThat(site.send(unproven).status()).isEqualTo(401);
    Call nameless = secret(Call.get("/api/me").cookie(alice.token()));
    assertThat(site.send(nameless).body()).contains(alice.name());
  }

  @Test
  @Tag("SE-01")
  @Tag("SE-02")
  void signing_in_or_out_ends_the_session_of_the_cookie_whoever_the_proxy_names(Site site) {
    Site.Person alice = site.newPerson("viewer");
    Call out = as(Call.post("/auth/api/logout").cookie(alice.token()), "bob", "viewer");
    assertThat(site.send(out).status()).isEqualTo(200);
    assertThat(site.send(Call.get("/api/me").bearer(alice.token())).status()).isEqualTo(401);
    Site.Person carol = site.newPerson("viewer");
    Call in = as(login(carol.name()).cookie(carol.token()), "bob", "viewer");
    assertThat(site.send(in).status()).isEqualTo(200);
    assertThat(site.send(Call.get("/api/me").bearer(carol.token())).status()).isEqualTo(401);
  }

  @Test
  @Tag("IP-02")
  void a_session_keeps_the_address_that_the_proxy_was_called_from(Site site) {
    String name = site.newAccount("viewer");
    Answer login =
        site.send(
            login(name)
                .header("X-Forwarded-For", "198.51.100.1, 203.0.113.9:4711")
                .header("Forwarded", "for=198.51.100.2"));
    String token = login.cookie(Call.COOKIE).orElseThrow().value();
    assertThat(site.send(Call.get("/auth/api/sessions").bearer(token)).body())
        .contains("\"ip\":\"203.0.113.9\"")
        .doesNotContain("198.51.100");
  }

  @Test
  @Tag("IP-01")
  @Tag("IP-08")
  void what_somebody_else_says_of_the_way_here_is_not_read(Site site) {
    List<String> lines =
        List.of(
            "Host: app.example",
            "X-Forwarded-For: 203.0.113.9",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Host: evil.example");
    RawCall.Raw answer =
        RawCall.sendFrom(ELSEWHERE, site.address(), "GET", "/auth/api/logout", lines);
    assertThat(answer.text())
        .contains("Location: http://app.example/auth/login")
        .contains(Call.COOKIE + "=;")
        .doesNotContain(HOST_COOKIE)
        .doesNotContain("Strict-Transport-Security");
  }

  @Test
  void behind_a_proxy_that_ends_https_the_cookie_is_secure(Site site) {
    String name = site.newAccount("viewer");
    Answer login = site.send(login(name).header("X-Forwarded-Proto", "https"));
    assertThat(login.status()).isEqualTo(200);
    assertThat(login.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith(HOST_COOKIE + "=")
        .contains("; Secure");
    assertThat(login.header("Strict-Transport-Security")).isPresent();
    Answer list = site.send(login(name).header("X-Forwarded-Proto", "https,http"));
    assertThat(list.cookie(Call.COOKIE)).as("a list is not read").isPresent();
  }

  @Test
  void behind_a_proxy_the_public_address_counts_for_redirects_and_origins(Site site) {
    Answer logout = site.send(forwarded(Call.get("/auth/api/logout")));
    assertThat(logout.header("Location")).contains("https://app.example/auth/login");
    Call own = forwarded(Call.post("/auth/api/logout"));
    assertThat(site.send(own.header("Origin", "https://app.example")).status()).isEqualTo(200);
    assertThat(site.send(own.header("Origin", site.address().toString())).status()).isEqualTo(403);
  }

  @Test
  @Tag("TH-09")
  void the_application_sees_neither_the_secret_nor_what_the_proxy_said(Site site) {
    Call call = as(Call.get("/api/headers"), "bob", "viewer").header("Remote-Role", "admin");
    assertThat(site.send(call.header("X-Other", "seen")).body().lines())
        .contains("x-other")
        .doesNotContain("x-proxy-secret", "x-forwarded-user", "x-forwarded-groups", "remote-role");
  }

  @Test
  @Tag("TH-09")
  @Tag("PA-09")
  void neither_a_thread_that_answers_later_nor_an_error_page_sees_them(Site site) {
    for (String path : List.of("/servlet/headers/later", "/servlet/headers/error")) {
      Call call = as(Call.get(path), "bob", "viewer").header("Remote-Role", "admin");
      for (Call sent : List.of(call, Call.get(path).header("Remote-Role", "admin"))) {
        assertThat(site.send(sent.header("X-Other", "seen")).body().lines())
            .as(path)
            .contains("x-other")
            .doesNotContain("x-proxy-secret", "x-forwarded-user", "x-forwarded-groups")
            .noneMatch(name -> name.startsWith("remote-"));
      }
    }
  }

  private static Call login(String name) {
    return Call.post("/auth/api/login")
        .json("{\"username\": \"" + name + "\", \"password\": \"" + Site.PASSWORD + "\"}");
  }

  private static Call forwarded(Call call) {
    return call.header("X-Forwarded-Proto", "https").header("X-Forwarded-Host", "app.example");
  }

  private static Call proxied(String user, String groups) {
    return as(Call.get("/api/me"), user, groups);
  }

  private static Call as(Call call, String user, String groups) {
    return secret(call).header("X-Forwarded-User", user).header("X-Forwarded-Groups", groups);
  }

  private static Call secret(Call call) {
    return call.header("X-Proxy-Secret", SECRET);
  }
}
