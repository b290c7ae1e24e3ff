package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One start of the application with a data directory and a secret, and what the test adds. */
final class Start {
  static final String SECRET = "0123456789abcdef".repeat(4);

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private Function<String, Optional<String>> microProfile = name -> Optional.empty();
  private final Path file;

  private Start(Path directory) {
    file = fileIn(directory);
    environment.put("AUTH_DATA_DIR", file.getParent().toString());
    environment.put("CREDENTIALS_DIRECTORY", directory.resolve("credentials").toString());
  }

  /** Where {@link #file} writes. */
  static Path fileIn(Path directory) {
    return directory.resolve("data/auth.yml");
  }

  static Start in(Path directory) {
    return new Start(directory).environment("AUTH_JWT_SECRET", SECRET);
  }

  static Start withoutSecretIn(Path directory) {
    return new Start(directory);
  }

  Start environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Start property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  Start microProfile(String name, String value) {
    microProfile = asked -> Optional.of(value).filter(v -> asked.equals(name));
    return this;
  }

  Start file(String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  Loaded load() {
    return Configuration.load(new Sources(environment, properties, microProfile, path -> null));
  }

  Settings settings() {
    return load()
        .fold(
            (settings, warnings) -> settings,
            faults -> {
              throw new AssertionError("refused: " + faults);
            });
  }

  List<String> warnings() {
    return load()
        .fold(
            (settings, warnings) -> warnings,
            faults -> {
              throw new AssertionError("refused: " + faults);
            });
  }

  List<Fault> faults() {
    return load().fold((settings, warnings) -> List.of(), faults -> faults);
  }

  /** The one fault of this start. */
  Fault fault() {
    List<Fault> faults = faults();
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }
}
