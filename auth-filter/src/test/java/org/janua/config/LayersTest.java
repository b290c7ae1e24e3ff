package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
  @TempDir Path directory;

  @Test
  void each_layer_beats_the_next_one_down() {
    Start start = Start.in(directory);
    assertThat(cookieName(start)).isEqualTo("auth_token");

    start.file("auth: {cookie_name: file}");
    assertThat(cookieName(start)).isEqualTo("file");

    start.microProfile("auth.cookie_name", "micro");
    assertThat(cookieName(start)).isEqualTo("micro");

    start.property("auth.cookie_name", "property");
    assertThat(cookieName(start)).isEqualTo("property");

    start.environment("AUTH_COOKIE_NAME", "environment");
    assertThat(cookieName(start)).isEqualTo("environment");
  }

  @Test
  void a_layer_speaks_only_for_the_keys_it_sets() {
    Settings settings =
        Start.in(directory)
            .file("auth: {cookie_name: file, password: {min_length: 15}}")
            .property("auth.password.hash_iterations", "700000")
            .environment("AUTH_INTERNAL_PORTS", "8081, 9090,")
            .settings();

    assertThat(settings.cookie().name()).isEqualTo("file");
    assertThat(settings.passwords().minLength()).isEqualTo(15);
    assertThat(settings.passwords().hashIterations()).isEqualTo(700_000);
    assertThat(settings.ingress().internalPorts()).containsExactlyInAnyOrder(8081, 9090);
  }

  @Test
  void a_key_without_a_value_leaves_the_word_to_the_default() {
    assertThat(cookieName(Start.in(directory).file("auth: {cookie_name: }")))
        .isEqualTo("auth_token");
  }

  @Test
  void empty_text_takes_back_what_the_file_says_of_an_optional_key() {
    Settings settings =
        Start.in(directory)
            .file("auth: {base_url: https://a.example.org}")
            .environment("AUTH_BASE_URL", "")
            .settings();

    assertThat(settings.ingress().baseUrl()).isEmpty();
  }

  @Test
  void a_file_named_by_the_environment_gives_the_value() throws IOException {
    Path file = Files.writeString(directory.resolve("name"), "from_file\n");

    Start start = Start.in(directory).environment("AUTH_COOKIE_NAME_FILE", file.toString());

    assertThat(cookieName(start)).isEqualTo("from_file");
  }

  @Test
  void only_one_newline_is_cut_from_such_a_file() throws IOException {
    Path file = Files.writeString(directory.resolve("name"), "from_file\n\n");

    Start start = Start.in(directory).environment("AUTH_COOKIE_NAME_FILE", file.toString());

    assertThat(start.fault().problem())
        .isEqualTo(
            "\"from_file?\" is not a cookie name: letters, digits and !#$%&'*+-.^_`|~ only,"
                + " at most 64 (AUTH_COOKIE_NAME_FILE)");
  }

  @Test
  void a_value_and_a_file_for_it_contradict_each_other() throws IOException {
    Path file = Files.writeString(directory.resolve("name"), "from_file");

    Start start =
        Start.in(directory)
            .environment("AUTH_COOKIE_NAME_FILE", file.toString())
            .environment("AUTH_COOKIE_NAME", "direct");

    assertThat(start.fault())
        .hasToString(
            "auth.cookie_name: AUTH_COOKIE_NAME and AUTH_COOKIE_NAME_FILE are both set;"
                + " for example: one of them");
  }

  @ParameterizedTest
  @CsvSource({"missing, does not exist", "., is a directory", "'', is empty"})
  void a_file_that_gives_no_value_is_a_fault(String name, String problem) {
    String path = name.isEmpty() ? "" : directory.resolve(name).toString();

    Fault fault = Start.in(directory).environment("AUTH_COOKIE_NAME_FILE", path).fault();

    assertThat(fault.key()).isEqualTo("auth.cookie_name");
    assertThat(fault.problem()).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({"604800, 604800", "7d, 604800", "12h, 43200", "90m, 5400", "300s, 300", "0, 0"})
  void the_other_name_of_session_length_knows_units(String text, long seconds) {
    Settings settings =
        Start.in(directory).environment("AUTH_SESSION_EXPIRY_TIME", text).settings();

    assertThat(settings.session().length()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void the_other_name_may_name_a_file_too() throws IOException {
    Path file = Files.writeString(directory.resolve("time"), "7d\n");

    Settings settings =
        Start.in(directory)
            .environment("AUTH_SESSION_EXPIRY_TIME_FILE", file.toString())
            .settings();

    assertThat(settings.session().length()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void both_names_at_once_contradict_each_other() {
    Start start =
        Start.in(directory)
            .environment("AUTH_SESSION_EXPIRY_TIME", "7d")
            .environment("AUTH_SESSION_LENGTH", "86400");

    assertThat(start.fault().problem())
        .isEqualTo("AUTH_SESSION_LENGTH and AUTH_SESSION_EXPIRY_TIME are both set");
  }

  @Test
  void the_other_name_of_cookie_secure_is_accepted() {
    Settings settings = Start.in(directory).environment("AUTH_SECURE_COOKIES", "true").settings();

    assertThat(settings.cookie().secure()).isEqualTo(Cookie.Secure.ALWAYS);
  }

  @Test
  void a_source_of_the_server_that_fails_is_a_fault() {
    Sources sources =
        new Sources(
            Map.of("AUTH_DATA_DIR", directory.toString()),
            Map.of(),
            name -> {
              throw new IllegalArgumentException("no answer for ${secret}");
            },
            path -> null);

    assertThat(Configuration.load(sources).fold((s, w) -> "ready", Object::toString))
        .contains("MicroProfile Config cannot read it")
        .doesNotContain("${secret}");
  }

  @Test
  void no_two_keys_share_a_name() {
    assertThat(Keys.all()).extracting(Key::name).doesNotHaveDuplicates();
    assertThat(Keys.all().stream().filter(Key::isLine).flatMap(Layers::names))
        .doesNotHaveDuplicates();
  }

  private static String cookieName(Start start) {
    return start.settings().cookie().name();
  }
}
