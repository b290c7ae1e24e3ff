package org.janua.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a person goes back to after signing in. */
class ReturnPathTest {

  private static final String NGINX = "X-Original-URL";
  private static final String OTHERS = "X-Forwarded-Uri";

  @ParameterizedTest
  @CsvSource({
    "https://app.example/docs/?q=1, /docs/?q=1",
    "http://app.example:8443/a%2Fb, /a%2Fb",
    "HTTPS://user@app.example/x, /x",
    "/docs/a;b=c, /docs/a;b=c",
    "/a//b, /a//b",
    "/search?next=//evil.example/..\\, /search?next=//evil.example/..\\",
    "/.well-known/x, /.well-known/x",
    "/a..b/...?../, /a..b/...?../",
    "/page#part, /page",
    "https://app.example, /",
    "https://app.example?x, /",
    "/, /"
  })
  void the_path_and_query_of_what_was_asked_for(String told, String path) {
    assertThat(guarded(NGINX, told)).isEqualTo(path);
    assertThat(guarded(OTHERS, told)).isEqualTo(path);
  }

  @ParameterizedTest
  @Tag("BR-08")
  @Tag("PA-12")
  @ValueSource(
      strings = {
        "",
        "docs",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "\\/evil.example",
        "/a\\..\\..\\evil",
        "https://app.example//evil.example",
        "https:////evil.example",
        "https:///\\evil.example",
        "https:evil.example",
        "https:/evil.example",
        "https://https://evil.example//x",
        "javascript:alert(1)",
        "//javascript:alert(1)",
        "data:text/html,x",
        "ftp://evil.example/x",
        "/\tevil",
        "/\t/evil.example",
        "\t//evil.example",
        "/\r\nSet-Cookie: a=b",
        "/\n/evil.example",
        "/\u0000",
        "/ /evil.example",
        " /x",
        "/x y",
        "/\u007f",
        "/\u0085/evil",
        "/Jörg",
        "/\u3000/evil.example",
        "/.//evil.example",
        "/..//evil.example",
        "/x/..//evil.example",
        "/x/%2e%2E//evil.example",
        "/%2e//evil.example",
        "/x/.%2e",
        "/x/..?y",
        "?x",
        "#x",
        "*",
        "app.example:443",
        "http://[::1/x y"
      })
  void what_might_lead_elsewhere_becomes_the_start(String told) {
    assertThat(guarded(NGINX, told)).isEqualTo("/");
    assertThat(guarded(OTHERS, told)).isEqualTo("/");
    assertThat(ReturnPath.of(AnyRequest.get("/x").writtenAs(told))).isEqualTo("/");
  }

  @Test
  void a_length_no_page_has_becomes_the_start() {
    assertThat(guarded(NGINX, "/" + "a".repeat(2047))).hasSize(2048);
    assertThat(guarded(NGINX, "/" + "a".repeat(2048))).isEqualTo("/");
  }

  @Test
  void a_server_that_tells_nothing_or_two_things_leads_to_the_start() {
    AnyRequest nothing = AnyRequest.get("/auth/api/verify").with("Referer", "/x");
    AnyRequest twice = AnyRequest.get("/auth/api/verify").with(NGINX, "/x").with(NGINX, "/y");

    assertThat(ReturnPath.ofGuarded(nothing)).isEqualTo("/");
    assertThat(ReturnPath.ofGuarded(twice)).isEqualTo("/");
    assertThat(ReturnPath.ofGuarded(twice.with(OTHERS, "/z"))).isEqualTo("/");
  }

  @Test
  void what_nginx_tells_comes_first() {
    AnyRequest both = AnyRequest.get("/auth/api/verify").with(OTHERS, "/other").with(NGINX, "/own");

    assertThat(ReturnPath.ofGuarded(both)).isEqualTo("/own");
  }

  @Test
  void a_target_of_any_length_is_judged_quickly() {
    String hostile = "/" + "?/..".repeat(500) + " ";

    assertThat(guarded(NGINX, hostile)).isEqualTo("/");
  }

  private static String guarded(String header, String value) {
    return ReturnPath.ofGuarded(AnyRequest.get("/auth/api/verify").with(header, value));
  }
}
