package org.janua.sample.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** An installed JDK: its home and feature release. */
public record Jdk(Path home, int release) {

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home")), Runtime.version().feature());
  }

  /** The lowest installed release that is at least {@code floor}: this JVM's own if it will do. */
  static Optional<Jdk> atLeast(int floor) {
    if (current().release() >= floor) {
      return Optional.of(current());
    }
    return installed().stream()
        .filter(jdk -> jdk.release() >= floor)
        .min(Comparator.comparingInt(Jdk::release));
  }

  Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static List<Jdk> installed() {
    if (!Files.isDirectory(INSTALLED)) {
      return List.of();
    }
    try (Stream<Path> homes = Files.list(INSTALLED)) {
      return homes.flatMap(home -> read(home).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Jdk> read(Path home) {
    Path file = home.resolve("release");
    if (!Files.isReadable(file) || !Files.isExecutable(home.resolve("bin/javac"))) {
      return Optional.empty();
    }
    Properties release = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      release.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = release.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.isEmpty()
        ? Optional.empty()
        : Optional.of(new Jdk(home, Runtime.Version.parse(version).feature()));
  }
}
