package org.janua.sample.it.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.janua.sample.it.server.Distributions;
import org.janua.sample.it.server.ServerKind;

/** The outcomes of one server with one carrier: {@code target/servers-<server>-<carrier>.json}. */
record OutcomeFile(Path path, ServerKind kind, String carrier) {

  static OutcomeFile of(ServerKind kind, String carrier) {
    Path path = folder().resolve("servers-" + kind.name() + "-" + carrier + ".json");
    return new OutcomeFile(path, kind, carrier);
  }

  /** Forgets what an earlier run found; answers which files that were. */
  static List<Path> deleteAll() {
    List<Path> old = files();
    for (Path file : old) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return old;
  }

  /** What every file of this run holds. */
  static List<JsonObject> readAll() {
    return files().stream().map(OutcomeFile::read).toList();
  }

  /** Adds the outcomes of some subjects to what is there. */
  void add(Map<String, Map<String, String>> subjects) {
    JsonObject before = Files.exists(path) ? read(path) : JsonValue.EMPTY_JSON_OBJECT;
    JsonObjectBuilder checks =
        Json.createObjectBuilder(
            before.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : before.getJsonObject("checks"));
    subjects.forEach(
        (subject, outcomes) -> {
          JsonObjectBuilder rows = Json.createObjectBuilder();
          outcomes.forEach(rows::add);
          checks.add(subject, rows);
        });
    write(checks);
  }

  private void write(JsonObjectBuilder checks) {
    String text =
        Json.createObjectBuilder()
            .add("server", kind.name())
            .add("version", kind.version())
            .add("jdk", kind.jdk().release())
            .add("carrier", carrier)
            .add("checks", checks)
            .build()
            .toString();
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject read(Path file) {
    try (var reader = Json.createReader(Files.newBufferedReader(file))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files() {
    try (Stream<Path> all = Files.list(folder())) {
      return all.filter(file -> file.getFileName().toString().matches("servers-[a-z-]+\\.json"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    return Distributions.work().getParent();
  }
}
