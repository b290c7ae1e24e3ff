package org.janua.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds {@code auth.yml} where a server may have it, and the application's own, and reads both: who
 * runs an application changes a setting without saying again what the application declares.
 */
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

  /**
   * What the files say, the server's before the application's. Nothing for one that is not there,
   * or is wrong, which is then a fault.
   */
  List<Value.Entries> read(Optional<Path> named, Path dataDirectory) {
    return Stream.of(ofServer(named, dataDirectory), parse(IN_APPLICATION, inApplication()))
        .toList();
  }

  private Value.Entries ofServer(Optional<Path> named, Path dataDirectory) {
    Path usual = dataDirectory.resolve(NAME);
    // a file in the directory's place holds none, and is a fault of its own
    boolean isThere = !TextFile.isAbsent(usual) && !Files.isRegularFile(dataDirectory);
    Path file = named.orElse(usual);
    return named.isPresent() || isThere
        ? parse(
            file.toString(),
            TextFile.read(file, MAX_FILE, why -> faults.note(file.toString(), why, REMEDY)))
        : YamlFile.nothing(file.toString());
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
