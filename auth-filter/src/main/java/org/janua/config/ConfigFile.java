package org.janua.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds {@code auth.yml} where a server may have it, and reads it. */
final class ConfigFile {
  private static final int MAX_FILE = 1024 * 1024;
  private static final String NAME = "auth.yml";
  private static final String IN_APPLICATION = "WEB-INF/" + NAME;
  private static final String REMEDY = "a readable text file of at most 1 MiB";

  private final Sources sources;
  private final Faults faults;

  ConfigFile(Sources sources, Faults faults) {
    this.sources = sources;
    this.faults = faults;
  }

  /** What the file says; nothing when there is none, or when it is wrong, which is then a fault. */
  Value.Entries read(Optional<Path> named, Path dataDirectory) {
    Path usual = dataDirectory.resolve(NAME);
    // a file in the directory's place holds none, and is a fault of its own
    boolean isThere = !TextFile.isAbsent(usual) && !Files.isRegularFile(dataDirectory);
    if (named.isPresent() || isThere) {
      Path file = named.orElse(usual);
      return parse(
          file.toString(),
          TextFile.read(file, MAX_FILE, why -> faults.note(file.toString(), why, REMEDY)));
    }
    return parse(IN_APPLICATION, inApplication());
  }

  private Optional<String> inApplication() {
    try (InputStream in = sources.webInf("/" + IN_APPLICATION)) {
      return in == null
          ? Optional.empty()
          : TextFile.read(in, MAX_FILE, why -> faults.note(IN_APPLICATION, why, REMEDY));
    } catch (IOException unclosable) {
      faults.note(IN_APPLICATION, "cannot be read: " + unclosable.getMessage(), REMEDY);
      return Optional.empty();
    }
  }

  private Value.Entries parse(String name, Optional<String> text) {
    return text.map(t -> YamlFile.read(name, t, faults)).orElseGet(() -> YamlFile.nothing(name));
  }
}
