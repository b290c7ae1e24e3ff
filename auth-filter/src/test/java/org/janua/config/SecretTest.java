package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  private static final String OTHER = "fedcba9876543210".repeat(4);

  @TempDir Path directory;

  @Test
  void each_place_beats_the_next_one_down() throws IOException {
    Start start = Start.withoutSecretIn(directory);
    String made = secret(start);

    start.file("auth: {jwt_secret: " + "f".repeat(64) + "}");
    assertThat(secret(start)).isEqualTo("f".repeat(64)).isNotEqualTo(made);

    start.property("auth.jwt_secret", "p".repeat(64));
    assertThat(secret(start)).isEqualTo("p".repeat(64));

    credential(OTHER + "\n");
    assertThat(secret(start)).isEqualTo(OTHER);

    start.environment("AUTH_JWT_SECRET", Start.SECRET);
    assertThat(secret(start)).isEqualTo(Start.SECRET);
  }

  @Test
  void without_any_a_new_one_is_made_for_the_owner_alone_and_kept() throws IOException {
    String first = secret(Start.withoutSecretIn(directory));
    Path file = directory.resolve("data/.jwt_secret");

    assertThat(first).matches("[0-9a-f]{128}");
    assertThat(file).hasContent(first);
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(file.getParent())).isEqualTo("rwx------");
    assertThat(secret(Start.withoutSecretIn(directory))).isEqualTo(first);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_start_that_is_refused_makes_no_secret() {
    Start.withoutSecretIn(directory).environment("AUTH_CARRIER", "x").fault();

    assertThat(directory.resolve("data/.jwt_secret")).doesNotExist();
  }

  @Test
  @Tag("FA-06")
  void of_many_that_start_together_all_take_the_same_one() throws Exception {
    int nodes = 8;
    ExecutorService pool = Executors.newFixedThreadPool(nodes);
    try {
      for (int round = 0; round < 50; round++) {
        Path place = Files.createDirectory(directory.resolve("round" + round));
        Set<String> secrets = ConcurrentHashMap.newKeySet();
        CyclicBarrier together = new CyclicBarrier(nodes);
        for (Future<?> node :
            IntStream.range(0, nodes)
                .<Future<?>>mapToObj(
                    n ->
                        pool.submit(
                            () -> {
                              together.await();
                              return secrets.add(secret(Start.withoutSecretIn(place)));
                            }))
                .toList()) {
          node.get();
        }
        assertThat(secrets).hasSize(1);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @ParameterizedTest
  @Tag("JW-08")
  @ValueSource(strings = {"", "\n", "secret", "secret\n"})
  void a_short_secret_in_a_file_refuses_the_start(String content) throws IOException {
    Files.writeString(
        Files.createDirectory(directory.resolve("data")).resolve(".jwt_secret"), content);
    refused();

    credential(content);
    refused();
  }

  @Test
  @Tag("FA-09")
  void sixty_three_characters_are_one_too_few() throws IOException {
    credential("x".repeat(63) + "\n");
    refused();

    credential("x".repeat(64) + "\n");
    assertThat(secret(Start.withoutSecretIn(directory))).hasSize(64);
  }

  @Test
  @Tag("FA-09")
  void a_directory_in_its_place_refuses_the_start() throws IOException {
    Files.createDirectories(directory.resolve("data/.jwt_secret"));
    assertThat(refused().problem()).endsWith("is a directory");

    Files.createDirectories(directory.resolve("credentials/AUTH_JWT_SECRET"));
    assertThat(refused().problem()).endsWith("is a directory");
  }

  @Test
  @Tag("FA-09")
  void a_link_that_leads_nowhere_refuses_the_start() throws IOException {
    Path nowhere = directory.resolve("nowhere");
    Files.createSymbolicLink(
        Files.createDirectory(directory.resolve("data")).resolve(".jwt_secret"), nowhere);

    assertThat(refused().problem()).endsWith("does not exist");
    assertThat(nowhere).doesNotExist();
  }

  @Test
  @Tag("FA-09")
  void a_file_that_cannot_be_read_refuses_the_start() throws IOException {
    Path unreadable = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(unreadable), "no /proc here: nothing that root cannot read");
    Path link = Files.createDirectory(directory.resolve("credentials")).resolve("AUTH_JWT_SECRET");
    Files.createSymbolicLink(link, unreadable);

    assertThat(refused().problem()).contains("cannot be read");

    Files.delete(link);
  }

  @Test
  @Tag("FA-09")
  void a_file_named_for_it_must_be_there() {
    Fault fault =
        Start.withoutSecretIn(directory)
            .environment("AUTH_JWT_SECRET_FILE", directory.resolve("missing").toString())
            .fault();

    assertThat(fault.problem()).contains("does not exist");
    assertThat(directory.resolve("data/.jwt_secret")).doesNotExist();
  }

  @Test
  void a_secret_of_two_kinds_of_environment_is_refused() throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), OTHER);

    Start start = Start.in(directory).environment("AUTH_JWT_SECRET_FILE", file.toString());

    assertThat(start.fault().problem()).contains("are both set");
  }

  @Test
  void a_file_that_others_may_read_is_warned_about() throws IOException {
    Path file = directory.resolve("data/.jwt_secret");
    Start start = Start.withoutSecretIn(directory);
    start.settings();
    assertThat(start.warnings()).isEmpty();

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(start.warnings()).singleElement().asString().contains("chmod 600 " + file);
  }

  @Test
  void a_secret_is_wrapped_only_when_it_is_long_enough_and_never_prints() {
    assertThat(SigningSecret.of(OTHER)).hasToString("SigningSecret[redacted]");
    assertThatThrownBy(() -> SigningSecret.of("short"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("short\"");
  }

  private Fault refused() {
    Fault fault = Start.withoutSecretIn(directory).fault();
    assertThat(fault.key()).isEqualTo("auth.jwt_secret");
    return fault;
  }

  private void credential(String content) throws IOException {
    Path file = directory.resolve("credentials/AUTH_JWT_SECRET");
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String secret(Start start) {
    return start.settings().secret().reveal();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
