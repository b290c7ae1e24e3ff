package org.janua.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  private static final Function<String, InputStream> NOT_IN_APPLICATION = path -> null;

  private final Map<String, String> environment = new HashMap<>();
  @TempDir Path directory;

  @BeforeEach
  void use_the_temporary_directory() {
    environment.put("AUTH_DATA_DIR", directory.toString());
    environment.put("AUTH_JWT_SECRET", Start.SECRET);
  }

  @Test
  void each_place_beats_the_next_one_down() throws IOException {
    assertThat(cookieName(NOT_IN_APPLICATION)).isEqualTo("auth_token");
    assertThat(cookieName(inApplication("application"))).isEqualTo("application");

    Files.writeString(directory.resolve("auth.yml"), "auth: {cookie_name: data}");
    assertThat(cookieName(inApplication("application"))).isEqualTo("data");

    Path named = Files.writeString(directory.resolve("x.yml"), "auth: {cookie_name: named}");
    environment.put("AUTH_CONFIG_FILE", named.toString());
    assertThat(cookieName(inApplication("application"))).isEqualTo("named");
  }

  @Test
  void what_a_file_leaves_out_is_as_the_application_says() throws IOException {
    Files.writeString(directory.resolve("auth.yml"), "auth: {session_length: 600}");

    assertThat(cookieName(inApplication("application"))).isEqualTo("application");

    Files.writeString(directory.resolve("auth.yml"), "auth: {cookie_name: }");
    assertThat(cookieName(inApplication("application"))).isEqualTo("application");
  }

  @Test
  void what_the_application_says_wrong_is_a_fault_beside_another_file() throws IOException {
    Files.writeString(directory.resolve("auth.yml"), "auth: {cookie_name: data}");

    assertThat(faults(path -> new ByteArrayInputStream("nonsense: 1".getBytes(UTF_8))))
        .singleElement()
        .asString()
        .contains("WEB-INF/auth.yml");
  }

  @Test
  void a_named_file_that_is_missing_is_a_fault_and_no_other_is_taken() throws IOException {
    Files.writeString(directory.resolve("auth.yml"), "auth: {carrier: wrong}");
    environment.put("AUTH_CONFIG_FILE", directory.resolve("missing.yml").toString());

    assertThat(faults(NOT_IN_APPLICATION))
        .singleElement()
        .asString()
        .startsWith(directory.resolve("missing.yml") + ": does not exist");
  }

  @Test
  void a_directory_in_its_place_is_a_fault() throws IOException {
    Files.createDirectory(directory.resolve("auth.yml"));

    assertThat(faults(NOT_IN_APPLICATION)).singleElement().asString().contains("is a directory");
  }

  @Test
  void more_than_a_mebibyte_is_a_fault() throws IOException {
    Path file = directory.resolve("auth.yml");
    Files.writeString(file, "#" + "x".repeat(1024 * 1024 - 1));
    assertThat(faults(NOT_IN_APPLICATION)).isEmpty();

    Files.writeString(file, "#" + "x".repeat(1024 * 1024));
    assertThat(faults(NOT_IN_APPLICATION))
        .singleElement()
        .asString()
        .contains("is larger than 1024 KiB");
  }

  @Test
  void bytes_that_are_not_utf_8_are_a_fault() throws IOException {
    Files.write(directory.resolve("auth.yml"), new byte[] {'a', ':', ' ', (byte) 0xE9});

    assertThat(faults(NOT_IN_APPLICATION)).singleElement().asString().contains("not UTF-8");
  }

  @Test
  void faults_name_the_file_and_the_line() throws IOException {
    Path file = Files.writeString(directory.resolve("auth.yml"), "auth:\n\n  carrier: pigeon\n");

    assertThat(faults(NOT_IN_APPLICATION)).singleElement().asString().contains(file + " line 3");
  }

  @Test
  void the_running_process_is_a_source_too() {
    System.setProperty("auth.data_dir", directory.toString());
    System.setProperty("auth.internal_ports", "none");
    try {
      assertThat(faults(Configuration.load(Sources.ofServer(NOT_IN_APPLICATION))))
          .extracting(Fault::key)
          .containsExactly("auth.internal_ports");
    } finally {
      System.clearProperty("auth.internal_ports");
      System.clearProperty("auth.data_dir");
    }
  }

  private static Function<String, InputStream> inApplication(String cookieName) {
    return path ->
        path.equals("/WEB-INF/auth.yml")
            ? new ByteArrayInputStream(("auth: {cookie_name: " + cookieName + "}").getBytes(UTF_8))
            : null;
  }

  private Loaded load(Function<String, InputStream> webInf) {
    return Configuration.load(new Sources(environment, Map.of(), name -> Optional.empty(), webInf));
  }

  private String cookieName(Function<String, InputStream> webInf) {
    return load(webInf).fold((settings, w) -> settings.cookie().name(), Object::toString);
  }

  private List<Fault> faults(Function<String, InputStream> webInf) {
    return faults(load(webInf));
  }

  private static List<Fault> faults(Loaded loaded) {
    return loaded.fold((settings, warnings) -> List.of(), faults -> faults);
  }
}
