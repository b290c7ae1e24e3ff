package org.janua.web.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageServletTest {

  private static final String LOGIN = "/app/auth/login";
  private static final Pattern ASSET = Pattern.compile("(?:assets|\\.)/([\\w.]+)\"");
  private static final int GOAL = 15 * 1024;

  private static PageServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new PageServer();
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  @Test
  void the_login_page_is_html_and_never_stored() throws Exception {
    HttpResponse<byte[]> page = get(LOGIN);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(text(page)).contains("<form id=\"login\" method=\"post\" action=\"api/login\">");
  }

  @Test
  void every_file_the_page_refers_to_is_there_under_a_hashed_name_and_kept_for_good()
      throws Exception {
    Set<String> names = assetsOf(text(get(LOGIN)));

    assertThat(names).hasSize(6).allMatch(name -> name.matches("\\w+\\.[0-9a-f]{16}\\.\\w+"));
    for (String name : names) {
      HttpResponse<byte[]> asset = get("/app/auth/assets/" + name);
      assertThat(asset.statusCode()).as(name).isEqualTo(200);
      assertThat(header(asset, "Content-Type")).isEqualToIgnoringCase(typeOf(name));
      assertThat(header(asset, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }
  }

  @Test
  void a_module_imports_the_very_files_that_the_page_preloads() throws Exception {
    Set<String> ofPage = assetsOf(text(get(LOGIN)));
    String script =
        ofPage.stream()
            .filter(n -> n.startsWith("login.") && n.endsWith("js"))
            .findAny()
            .orElseThrow();

    assertThat(assetsOf(text(get("/app/auth/assets/" + script))))
        .hasSize(3)
        .allMatch(name -> name.matches("(messages|page|reset)\\..*"))
        .isSubsetOf(ofPage);
  }

  @Test
  @Tag("BR-05")
  void the_page_holds_no_inline_script_or_style_and_no_address_outside() throws Exception {
    String page = text(get(LOGIN));

    assertThat(page).doesNotContainPattern("(?i)<style|style=|\\son\\w+=|javascript:|https?://");
    assertThat(page).doesNotContainPattern("<script(?![^>]* src=\")");
    assertThat(page).doesNotContainPattern("(?:src|href|action)=\"/");
  }

  @Test
  void a_head_says_what_a_get_says_without_the_body() throws Exception {
    HttpResponse<byte[]> get = get(LOGIN);
    HttpResponse<byte[]> head = server.send("HEAD", LOGIN);

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary")) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
    }
  }

  @Test
  void who_accepts_gzip_gets_the_same_text_compressed_and_all_of_it_is_small() throws Exception {
    int size = 0;
    for (String path : everything()) {
      HttpResponse<byte[]> zipped = server.send("GET", path, "Accept-Encoding", "br, gzip");
      assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
      assertThat(header(zipped, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(unzip(zipped.body())).isEqualTo(get(path).body());
      size += zipped.body().length;
    }
    assertThat(size).as("bytes of the whole page").isLessThan(GOAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip; q=0.000", "gzipped", ""})
  void who_does_not_accept_gzip_gets_plain_text(String accepted) throws Exception {
    HttpResponse<byte[]> page = server.send("GET", LOGIN, "Accept-Encoding", accepted);

    assertThat(page.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(text(page)).startsWith("<!doctype html>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
  void who_has_the_content_gets_304_without_it(String having) throws Exception {
    String tag = header(get(LOGIN), "ETag");
    HttpResponse<byte[]> again = server.send("GET", LOGIN, "If-None-Match", having.formatted(tag));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
    assertThat(header(again, "Vary")).isEqualTo("Accept-Encoding");
  }

  @Test
  void who_has_another_content_or_encoding_gets_the_page() throws Exception {
    String plain = header(get(LOGIN), "ETag");
    String zipped = header(server.send("GET", LOGIN, "Accept-Encoding", "gzip"), "ETag");

    assertThat(plain).isNotEqualTo(zipped);
    assertThat(server.send("GET", LOGIN, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(server.send("GET", LOGIN, "If-None-Match", zipped).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get"})
  void other_methods_are_405(String method) throws Exception {
    HttpResponse<byte[]> refused = server.send(method, LOGIN);

    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/login.js",
        "/login.html",
        "/PageServlet.class",
        "/%2e%2e/login",
        "/..%2flogin.html",
        "/login.0000000000000000.js",
        "//etc/passwd"
      })
  void a_path_that_is_not_listed_is_never_found(String path) throws Exception {
    HttpResponse<byte[]> answer = get("/app/auth/assets" + path);

    // The container refuses an ambiguous path by itself (400) before the servlet is asked.
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(text(answer)).doesNotContain("<form");
  }

  private static List<String> everything() throws Exception {
    List<String> paths =
        assetsOf(text(get(LOGIN))).stream()
            .map("/app/auth/assets/"::concat)
            .collect(Collectors.toList());
    paths.add(LOGIN);
    return paths;
  }

  private static Set<String> assetsOf(String text) {
    return ASSET
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(reference -> reference.substring(reference.indexOf('/') + 1, reference.length() - 1))
        .collect(Collectors.toSet());
  }

  private static String typeOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "js" -> "text/javascript;charset=utf-8";
      case "css" -> "text/css;charset=utf-8";
      default -> "image/svg+xml";
    };
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return server.send("GET", path);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }

  private static byte[] unzip(byte[] zipped) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return in.readAllBytes();
    }
  }
}
