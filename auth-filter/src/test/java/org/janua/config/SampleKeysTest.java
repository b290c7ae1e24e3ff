package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.janua.access.Permissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of the sample, from the file that it is deployed with, and what each of them means. */
class SampleKeysTest {

  private static final Path FILE = Path.of("../sample-war/src/main/webapp/WEB-INF/auth.yml");

  /** In the order of the file; {@code admin}, the twentieth, means them all. */
  private static final List<String> NINETEEN =
      List.of(
          "board-create",
          "board-view-all",
          "board-modify-all",
          "board-full-all",
          "app-create",
          "app-use-all",
          "app-modify-all",
          "app-full-all",
          "integration-create",
          "integration-use-all",
          "integration-interact-all",
          "integration-full-all",
          "search-engine-create",
          "search-engine-modify-all",
          "search-engine-full-all",
          "media-upload",
          "media-view-all",
          "media-full-all",
          "other-view-logs");

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "board-create, -",
        "board-view-all, -",
        "board-modify-all, board-view-all",
        "board-full-all, board-modify-all board-view-all board-create",
        "app-create, -",
        "app-use-all, -",
        "app-modify-all, app-create",
        "app-full-all, app-modify-all app-create app-use-all",
        "integration-create, -",
        "integration-use-all, -",
        "integration-interact-all, integration-use-all",
        "integration-full-all, integration-interact-all integration-use-all integration-create",
        "search-engine-create, -",
        "search-engine-modify-all, search-engine-create",
        "search-engine-full-all, search-engine-modify-all search-engine-create",
        "media-upload, -",
        "media-view-all, -",
        "media-full-all, media-upload media-view-all",
        "other-view-logs, -"
      })
  void a_key_means_itself_and_what_it_implies_and_nothing_else(String key, String implied)
      throws IOException {
    Stream<String> more = implied == null ? Stream.empty() : Arrays.stream(implied.split(" "));

    assertThat(keys().held(Set.of(key)))
        .containsExactlyInAnyOrder(Stream.concat(Stream.of(key), more).toArray(String[]::new));
  }

  @Test
  void admin_means_all_twenty() throws IOException {
    assertThat(keys().keys()).hasSize(20).containsAll(NINETEEN).contains("admin");
    assertThat(keys().held(Set.of("admin"))).isEqualTo(keys().keys());
    assertThat(keys().administrative()).containsExactly("admin");
  }

  private Permissions keys() throws IOException {
    return new Permissions(
        Start.in(directory).file(Files.readString(FILE)).settings().permissions());
  }
}
