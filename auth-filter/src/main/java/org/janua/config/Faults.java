package org.janua.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong and what is weak during one load. Not thread-safe. */
final class Faults {
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  void note(String key, String problem, String example) {
    faults.add(new Fault(key, problem, example));
  }

  /** The problem of a key whose own example helps. */
  void note(Key<?> key, String problem) {
    note(key.name(), problem, key.example());
  }

  void warn(String line) {
    warnings.add(line);
  }

  boolean isFaulty() {
    return !faults.isEmpty();
  }

  List<Fault> all() {
    return List.copyOf(faults);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
