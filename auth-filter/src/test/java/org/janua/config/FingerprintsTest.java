package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {
  @TempDir Path directory;

  @Test
  void only_what_is_set_has_one_and_the_same_text_the_same() {
    Map<String, String> plain = Start.in(directory).settings().fingerprints();
    Map<String, String> file =
        Start.in(directory).file("auth: {session_length: 7200}").settings().fingerprints();
    Map<String, String> environment =
        Start.in(directory).environment("AUTH_SESSION_LENGTH", "7200").settings().fingerprints();

    assertThat(plain).containsOnlyKeys("auth.jwt_secret");
    assertThat(file)
        .isEqualTo(environment)
        .containsOnlyKeys("auth.jwt_secret", "auth.session_length");
  }

  @Test
  void another_value_deep_inside_is_another_one() {
    Map<String, String> one =
        Start.in(directory).file("auth: {roles: {a: [x, y]}}").settings().fingerprints();
    Map<String, String> other =
        Start.in(directory).file("auth: {roles: {a: ['x, y']}}").settings().fingerprints();

    assertThat(one.get("auth.roles")).isNotEqualTo(other.get("auth.roles"));
  }

  @Test
  @Tag("AU-03")
  void a_secret_is_not_in_it_and_is_marked() {
    Map<String, String> all =
        Start.in(directory)
            .environment("AUTH_DATABASE", "jdbc:postgresql://localhost/a?password=hunter2hunter2")
            .settings()
            .fingerprints();

    assertThat(all.get("auth.database")).startsWith("*").hasSize(9);
    assertThat(all.toString()).doesNotContain("hunter2");
  }

  @Test
  void the_fingerprints_of_all_keys_fit_into_a_setting() {
    int longest = Keys.all().stream().mapToInt(key -> key.name().length() + 11).sum();

    assertThat(longest).isLessThan(4_000);
  }
}
