package org.janua.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Finds what was said about a key: environment, system property, MicroProfile Config, files. */
final class Layers {
  private static final int MAX_VALUE = 64 * 1024;
  private static final String FROM_FILE = "_FILE";

  private final Sources sources;
  private final List<Value.Entries> files;
  private final Faults faults;

  /**
   * Looks nowhere yet.
   *
   * @param files what each file says, the strongest first
   */
  Layers(Sources sources, List<Value.Entries> files, Faults faults) {
    this.sources = sources;
    this.files = files;
    this.faults = faults;
  }

  /** What the strongest layer says that says anything. */
  Said find(Key<?> key) {
    return environment(key).or(() -> options(key));
  }

  /** What the environment says, by any of the key's names. */
  Said environment(Key<?> key) {
    if (!key.isLine()) {
      return new Said.Absent();
    }
    List<String> names = names(key).filter(name -> sources.variable(name).isPresent()).toList();
    if (names.size() > 1) {
      faults.note(key.name(), String.join(" and ", names) + " are both set", "one of them");
      return new Said.Wrong();
    }
    return names.isEmpty() ? new Said.Absent() : variable(key, names.get(0));
  }

  /** What every layer below the environment says. */
  Said options(Key<?> key) {
    Said line = key.isLine() ? property(key).or(() -> microProfile(key)) : new Said.Absent();
    return line.or(() -> key.inFile() ? inFiles(key) : new Said.Absent());
  }

  /** All environment names of a key. */
  static Stream<String> names(Key<?> key) {
    Stream<String> plain =
        Stream.concat(
            Stream.of(key.environment()), key.alias().map(Key.Alias::environment).stream());
    return plain.flatMap(name -> Stream.of(name, name + FROM_FILE));
  }

  private Said variable(Key<?> key, String name) {
    String text = sources.variable(name).orElseThrow();
    Optional<String> line =
        isIndirect(key, name)
            ? contents(key, name, text).map(TextFile::withoutNewline)
            : Optional.of(text);
    return line.map(notation(key, name))
        .map(plain -> found(key, plain, name))
        .orElseGet(Said.Wrong::new);
  }

  private static boolean isIndirect(Key<?> key, String name) {
    return !name.equals(key.environment())
        && key.alias().filter(alias -> alias.environment().equals(name)).isEmpty();
  }

  private static UnaryOperator<String> notation(Key<?> key, String name) {
    return key.alias()
        .filter(alias -> name.startsWith(alias.environment()))
        .map(Key.Alias::plain)
        .orElse(UnaryOperator.identity());
  }

  private Optional<String> contents(Key<?> key, String name, String path) {
    Spot spot = new Spot(key.name(), "/run/secrets/" + key.environment(), false, faults);
    return Domains.path()
        .reader()
        .read(new Value.Scalar(path, name), spot)
        .flatMap(file -> contents(spot, name, file));
  }

  private Optional<String> contents(Spot spot, String name, Path file) {
    return TextFile.read(
        file, MAX_VALUE, why -> spot.wrong(new Value.Scalar(file.toString(), name), why));
  }

  private Said property(Key<?> key) {
    return said(key, sources.property(key.property()), "system property ");
  }

  private Said microProfile(Key<?> key) {
    try {
      return said(key, sources.microProfile(key.property()), "MicroProfile Config ");
    } catch (RuntimeException unreadable) {
      // a source of the server's own failed, or an expression in the value has no answer
      faults.note(key, "MicroProfile Config cannot read it");
      return new Said.Wrong();
    }
  }

  private static Said said(Key<?> key, Optional<String> line, String where) {
    return line.map(text -> found(key, text, where + key.property())).orElseGet(Said.Absent::new);
  }

  private static Said found(Key<?> key, String line, String where) {
    return new Said.Found(key.kind().ofText(line, where));
  }

  /** A file that leaves a key out leaves it to the next one. */
  private Said inFiles(Key<?> key) {
    return files.stream()
        .map(file -> inFile(file, key))
        .reduce(new Said.Absent(), (above, below) -> above.or(() -> below));
  }

  private static Said inFile(Value.Entries file, Key<?> key) {
    Value value = file;
    for (String step : key.name().split("\\.")) {
      if (!(value instanceof Value.Entries entries) || entries.values().get(step) == null) {
        return new Said.Absent();
      }
      value = entries.values().get(step);
    }
    return value instanceof Value.Nothing ? new Said.Absent() : new Said.Found(value);
  }
}
