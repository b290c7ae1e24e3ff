package org.janua.config;

import java.util.Optional;

/**
 * The key being read, for its faults.
 *
 * @param key its name, with the path inside a list or map
 * @param example a right value
 * @param secret whether a fault must not show the value
 * @param faults where faults go
 */
record Spot(String key, String example, boolean secret, Faults faults) {
  private static final int SHOWN = 60;

  /** The same key, one step deeper. */
  Spot inside(String step) {
    return new Spot(key + step, example, secret, faults);
  }

  /** Notes that what is said here, or is not, is wrong. */
  void note(String problem) {
    faults.note(key, problem, example);
  }

  /** Notes that this value is wrong, and answers that there is none. */
  <T> Optional<T> wrong(Value value, String problem) {
    faults.note(key, shown(value) + " " + problem + " (" + value.where() + ")", example);
    return Optional.empty();
  }

  private String shown(Value value) {
    if (secret || !(value instanceof Value.Scalar scalar)) {
      return value.noun();
    }
    String text = scalar.text();
    return '"' + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + '"';
  }
}
