package org.janua.provider.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.janua.config.ProxySecret;
import org.janua.config.ProxySignIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the headers of a proxy say, and when they count. */
class ProxyHeadersTest {

  private static final String SECRET = "a-secret-that-only-the-proxy-knows";

  private final Map<String, List<String>> headers = new HashMap<>();

  @Test
  void the_name_and_the_role_are_read() {
    header("X-Proxy-Secret", SECRET);
    header("X-Forwarded-User", "alice");
    header("X-Forwarded-Groups", "users,admin");

    assertThat(read()).isEqualTo(new Vouched.Named("alice", Optional.of("admin")));
  }

  @Test
  void without_any_of_the_headers_nothing_is_said() {
    header("Remote-User", "alice");
    header("X-Forwarded-For", "1.2.3.4");

    assertThat(read()).isEqualTo(new Vouched.Silent());
  }

  @Test
  @Tag("TH-03")
  void an_underscore_is_no_hyphen() {
    header("X_Forwarded_User", "alice");
    header("X_Proxy_Secret", SECRET);

    assertThat(read()).isEqualTo(new Vouched.Silent());
  }

  @Test
  @Tag("TH-01")
  void a_secret_that_is_missing_wrong_or_there_twice_proves_nothing() {
    header("X-Forwarded-User", "alice");
    assertThat(read()).isInstanceOf(Vouched.Unproven.class);
    for (String wrong : List.of("", "x", SECRET + "x", SECRET.toUpperCase(Locale.ROOT))) {
      header("X-Proxy-Secret", wrong);
      assertThat(read()).as(wrong).isInstanceOf(Vouched.Unproven.class);
    }
    header("X-Proxy-Secret", SECRET, SECRET);
    assertThat(read()).isInstanceOf(Vouched.Unproven.class);
    header("X-Proxy-Secret", SECRET + "," + SECRET);
    assertThat(read()).isInstanceOf(Vouched.Unproven.class);
  }

  @Test
  @Tag("TH-01")
  void nothing_counts_from_an_address_that_is_not_trusted() {
    header("X-Proxy-Secret", SECRET);
    header("X-Forwarded-User", "alice");

    assertThat(headers().read(false, this::lines)).isInstanceOf(Vouched.Unproven.class);
  }

  @Test
  @Tag("TH-04")
  void a_name_that_is_there_twice_is_none() {
    header("X-Proxy-Secret", SECRET);
    header("X-Forwarded-User", "alice", "alice");

    assertThat(read()).isInstanceOf(Vouched.Unproven.class);
  }

  @ParameterizedTest
  @Tag("TH-04")
  @Tag("TH-06")
  @ValueSource(
      strings = {
        "",
        " ",
        "alice,admin",
        "alice, admin",
        ",",
        "al\u0000ice",
        "al\tice",
        "al\nice",
        "al\u007fice",
        "al\u00c2\u0085ice", // U+0085 as UTF-8
        "al\u00e2\u0080\u00a8ice", // U+2028 as UTF-8
        "\u00e9", // ISO-8859-1
        "\u00c3", // cut off
        "\u00c0\u0080", // not the shortest form
        "\u00ed\u00a0\u0080", // a surrogate
        "\ufffd"
      })
  void what_is_not_one_clean_name_in_utf_8_is_refused(String name) {
    header("X-Proxy-Secret", SECRET);
    header("X-Forwarded-User", name);

    assertThat(read()).isInstanceOf(Vouched.Unproven.class);
  }

  @Test
  @Tag("TH-06")
  void a_name_has_255_characters_at_most() {
    header("X-Proxy-Secret", SECRET);
    header("X-Forwarded-User", utf8("😀".repeat(255)));
    assertThat(name()).isEqualTo("😀".repeat(255));

    header("X-Forwarded-User", "x".repeat(256));
    assertThat(read()).isInstanceOf(Vouched.Unproven.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "Alice Smith", "alice@example.org", "DOM\\alice", "jörg", "李雷"})
  void a_name_is_taken_as_it_was_sent(String name) {
    header("X-Proxy-Secret", SECRET);
    header("X-Forwarded-User", utf8(name));
    assertThat(name()).isEqualTo(name);

    header("X-Forwarded-User", "李雷"); // by a server that decoded it
    assertThat(name()).isEqualTo("李雷");
  }

  @Test
  void groups_are_utf_8_too() {
    header("X-Proxy-Secret", SECRET);
    header("X-Forwarded-User", "alice");
    header("X-Forwarded-Groups", utf8("Größe,admin"));
    assertThat(read()).isEqualTo(new Vouched.Named("alice", Optional.of("admin")));

    header("X-Forwarded-Groups", "admin", "\u00e9");
    assertThat(read()).isInstanceOf(Vouched.Unproven.class);
  }

  @Test
  void whoever_is_not_named_is_who_the_configuration_says() {
    header("X-Proxy-Secret", SECRET);
    assertThat(read()).isEqualTo(new Vouched.Nameless(Optional.empty()));

    Vouched said =
        new ProxyHeaders(settings(Optional.of("visitor")), () -> List.of("admin", "viewer"))
            .read(true, this::lines);

    assertThat(said)
        .isEqualTo(
            new Vouched.Nameless(Optional.of(new Vouched.Named("visitor", Optional.of("viewer")))));
  }

  @Test
  @Tag("TH-09")
  void the_secret_is_in_nothing_that_is_said() {
    header("X-Proxy-Secret", SECRET + "x");
    header("X-Forwarded-User", "alice");

    assertThat(read().toString()).doesNotContain(SECRET).doesNotContain("alice");
    assertThat(settings(Optional.empty()).toString()).doesNotContain(SECRET);
  }

  @Test
  void the_headers_that_are_kept_from_the_application_are_the_usual_and_the_mapped() {
    assertThat(ProxyHeaders.withheld(Optional.empty()))
        .containsExactlyInAnyOrder(
            "remote-user",
            "remote-role",
            "remote-groups",
            "remote-email",
            "remote-name",
            "x-proxy-secret");
    assertThat(ProxyHeaders.withheld(Optional.of(settings(Optional.empty()))))
        .contains("remote-user", "x-proxy-secret", "x-forwarded-user", "x-forwarded-groups");
  }

  private String name() {
    assertThat(read()).isInstanceOf(Vouched.Named.class);
    return ((Vouched.Named) read()).name();
  }

  private Vouched read() {
    return headers().read(true, this::lines);
  }

  private static ProxyHeaders headers() {
    return new ProxyHeaders(settings(Optional.empty()), () -> List.of("admin", "viewer"));
  }

  private static ProxySignIn settings(Optional<String> defaultUser) {
    return new ProxySignIn(
        ProxySecret.of(SECRET),
        "x-forwarded-user",
        Optional.of("x-forwarded-groups"),
        Map.of(),
        ",",
        "viewer",
        false,
        defaultUser);
  }

  private void header(String name, String... lines) {
    headers.put(name.toLowerCase(Locale.ROOT), List.of(lines));
  }

  private List<String> lines(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** As most servers hand it out. */
  private static String utf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
