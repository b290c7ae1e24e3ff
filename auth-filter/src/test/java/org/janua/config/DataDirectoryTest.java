package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path directory;

  @Test
  void missing_directories_are_made_and_nothing_is_left_in_them() throws IOException {
    Path deep = directory.resolve("a/b/c");

    assertThat(DataDirectory.prepare(deep, new Faults())).contains(deep);
    try (var files = Files.list(deep)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void a_relative_path_becomes_absolute() {
    Faults faults = new Faults();

    Optional<Path> prepared = DataDirectory.prepare(Path.of("target/../target"), faults);

    assertThat(prepared).contains(Path.of("target").toAbsolutePath());
  }

  @Test
  void a_link_to_a_directory_is_followed() throws IOException {
    Path real = Files.createDirectory(directory.resolve("real"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);

    assertThat(DataDirectory.prepare(link, new Faults())).contains(link);
  }

  @Test
  void a_file_in_its_place_refuses_the_start() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    Fault fault = Start.in(directory).environment("AUTH_DATA_DIR", file.toString()).fault();

    assertThat(fault.key()).isEqualTo("auth.data_dir");
    assertThat(fault.problem()).startsWith(file + " cannot be made or written");
  }

  @Test
  void a_place_where_not_even_root_can_write_refuses_the_start() {
    Fault fault = Start.in(directory).environment("AUTH_DATA_DIR", "/proc/self/fdinfo").fault();

    assertThat(fault.key()).isEqualTo("auth.data_dir");
  }
}
