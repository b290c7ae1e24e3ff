package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.janua.sample.it.http.RawCall;
import org.janua.sample.it.http.RawCall.Raw;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spellings of a protected path that a server may read as that path, and a filter may not. */
abstract class PathChecks {

  private static final List<String> HOST = List.of("Host: localhost");

  static Stream<String> spellings() {
    return Stream.of(
        "%s;x=y",
        "%s;.css",
        "%s%%3B.css",
        "%s;a=b/../x",
        "/%s",
        "/.%s",
        "/x/..%s",
        "/auth/login/../..%s",
        "/auth/login/..;/..;%s",
        "/auth/assets/..%%2f..%s",
        "/auth/assets/%%2e%%2e/%%2e%%2e%s",
        "%s/",
        "%s/.",
        "%s%%20",
        "%s%%00",
        "%s%%0a",
        "%s%%2f",
        "%s%%5c",
        "%s?x=/auth/login",
        "%s%%23/auth/login",
        "/auth/login;%s",
        "/auth/loginX/..%s");
  }

  @ParameterizedTest
  @Tag("PA-01")
  @Tag("PA-02")
  @Tag("PA-03")
  @Tag("PA-04")
  @MethodSource("spellings")
  void no_spelling_of_a_protected_path_lets_a_stranger_in(String spelling, Site site) {
    for (String path : List.of("/auth/api/users", "/api/admin", "/servlet/admin", "/api/ejb")) {
      String target = spelling.formatted(path);
      Raw answer = RawCall.send(site.address(), "GET", target, HOST);
      assertThat(answer.text())
          .as(target)
          .doesNotContain("\"items\"", "Only administrators", "The servlet let", "vault is open");
      if (!target.startsWith("/auth/login")) {
        assertThat(isRefused(answer)).as(target + " " + answer.text()).isTrue();
      }
      if (path.startsWith("/auth/")) { // elsewhere a server's own decoding may fail, as Liberty's
        assertThat(answer.status()).as(target).isNotEqualTo(500);
      }
    }
  }

  /**
   * Payara answers a target that ends in {@code /.} by itself, with an empty 200: its connector
   * fails on it before it looks for an application.
   */
  private static boolean isRefused(Raw answer) {
    return answer.status() / 100 != 2 || answer.body().isBlank();
  }

  @Test
  @Tag("PA-05")
  void another_case_of_the_path_lets_nobody_in(Site site) {
    for (String target : List.of("/AUTH/api/users", "/Auth/Api/Users", "/API/admin")) {
      Raw answer = RawCall.send(site.address(), "GET", target, HOST);
      assertThat(answer.status() / 100).as(target).isNotEqualTo(2);
    }
  }

  @Test
  @Tag("PA-08")
  void a_method_named_in_a_header_is_ignored(Site site) {
    List<String> headers = List.of("Host: localhost", "X-HTTP-Method-Override: POST");
    assertThat(RawCall.send(site.address(), "GET", "/auth/api/login", headers).status())
        .isEqualTo(405);
  }

  @Test
  @Tag("PA-12")
  void a_request_that_cannot_be_read_is_not_answered_with_success(Site site) {
    for (String target : List.of("http://[bad/auth/api/users", "auth/api/users", "*")) {
      assertThat(RawCall.send(site.address(), "GET", target, HOST).status() / 100)
          .as(target)
          .isNotEqualTo(2);
    }
  }
}
