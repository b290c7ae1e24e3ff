package org.janua.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the page sends somebody who is signed in, whatever the link says. */
@ExtendWith(OnStage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("BR-08")
class ReturnAddressIT {

  private final Stage stage;
  private Tab tab;

  ReturnAddressIT(Stage stage) {
    this.stage = stage;
  }

  @BeforeAll
  void sign_in() {
    tab = stage.tab().openLogin("/");
    tab.signIn(stage.admin());
  }

  @AfterAll
  void close() {
    tab.close();
  }

  /** Every way to write another place, or none, that browsers are known to follow. */
  static Stream<String> hostile() {
    List<String> slashes =
        List.of(
            "//",
            "///",
            "////",
            "/\\",
            "\\/",
            "\\\\",
            "\\",
            "/\t/",
            "/\n/",
            "/\r\n/",
            "\t//",
            "/\u0000/",
            "/\u0085/",
            "/\u007f/",
            " //",
            " /",
            "/\\/",
            "/\\\\",
            "/.//",
            "/./\\",
            "/..//",
            "/x/..//",
            "/%2e//",
            "/x/%2E%2e//",
            "/..\\/",
            "/.\t//",
            "https:",
            "http:",
            "https:/",
            "https://",
            "http://",
            "http:\\\\",
            "ht\ntps://",
            "HTTPS://",
            "ftp://",
            "//admin@",
            "https://127.0.0.1@",
            "@",
            ".",
            "./",
            "../",
            "?",
            "#",
            "");
    Stream<String> hosts = slashes.stream().map(slash -> slash + "evil.test/");
    Stream<String> schemes =
        Stream.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "\u0001javascript:alert(1)",
            "/\tjavascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "blob:https://evil.test/x",
            "file:///etc/passwd",
            "view-source:https://evil.test",
            "about:blank",
            ":80",
            "",
            "\u2028//evil.test",
            "/\r\nLocation: https://evil.test",
            "/\r\nSet-Cookie: a=b");
    return Stream.concat(hosts, schemes);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_address_leads_to_the_start_of_the_application(String address) {
    assertThat(landing(address)).isEqualTo(tab.address("/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%09/evil.test",
        "/%5cevil.test",
        "/%2f%2fevil.test",
        "/%0d%0aLocation:%20https://evil.test",
        "/@evil.test",
        "/:80/",
        "/https://evil.test",
        "/;//evil.test",
        "/\u3002evil.test",
        "/\uff0fevil.test",
        "/x?//evil.test",
        "/x#//evil.test"
      })
  void an_odd_address_stays_on_the_origin(String address) {
    landing(address);

    // The server may refuse such a path with an empty 400, for which the browser has a page of its
    // own: what counts is whom it asked.
    assertThat(tab.requests().get(tab.requests().size() - 1)).startsWith(tab.address("/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth/api/logout",
        "/auth/api/../api/logout",
        "/auth/x/../api/signout",
        "/x/../auth/api/logout",
        "/auth//api/logout",
        "/auth\\api\\logout",
        "/auth/%61pi/logout",
        "/auth%2fapi/logout",
        "/auth/;x/api/logout",
        "/auth/api;x/logout",
        "/x/..;/auth/api/logout",
        "/auth/y/..;/api/logout",
        "/auth/%ff/api/logout"
      })
  void a_link_to_this_page_cannot_sign_anybody_out(String address) {
    assertThat(landing(address)).isEqualTo(tab.address("/"));

    tab.open("/api/me");
    assertThat(tab.page().locator("body")).containsText(stage.admin().username());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/me",
        "/api/hello?x=1&y=%2F%2F#z",
        "/api/hello?next=https://example.org/",
        "/a%20b",
        "/auth/apiary"
      })
  void a_path_of_this_origin_is_where_one_lands(String address) {
    assertThat(landing(address)).isEqualTo(tab.address(address));
  }

  @Test
  void no_address_at_all_leads_to_the_start_of_the_application() {
    tab.page().navigate(tab.address("/auth/login"));
    assertThat(tab.page()).hasURL(tab.address("/"));
  }

  @Test
  void the_same_holds_for_who_has_to_sign_in_first() {
    try (Tab stranger = stage.tab().openLogin("//evil.test/")) {
      stranger.signIn(stage.admin());
      assertThat(stranger.page()).hasURL(stranger.address("/"));
    }
  }

  /** Where the browser comes to rest, having asked no other origin on its way. */
  private String landing(String address) {
    String landed = tab.passLogin(address);
    assertThat(tab.requests()).allMatch(url -> url.startsWith(tab.address("/")));
    return landed;
  }
}
