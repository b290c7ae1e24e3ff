package org.janua.config;

import java.util.Optional;

/** Reads keys: what was said if it is right, else the default and, if it was wrong, a fault. */
final class Reading {
  private final Layers layers;
  private final Faults faults;

  Reading(Layers layers, Faults faults) {
    this.layers = layers;
    this.faults = faults;
  }

  /**
   * What came of one key.
   *
   * @param value what was said, or the default
   * @param state whether somebody said something
   */
  record Given<T>(T value, State state) {
    boolean isWrong() {
      return state == State.WRONG;
    }

    /** What was said, or this where nobody said anything. */
    T or(T other) {
      return state == State.SET ? value : other;
    }
  }

  /** Whether somebody said something. */
  enum State {
    DEFAULT,
    SET,
    WRONG
  }

  /** To be called once for a key, so that its fault is noted once. */
  <T> Given<T> read(Key<T> key) {
    return layers
        .find(key)
        .fold(
            said -> judged(key, said),
            () -> new Given<>(key.standardValue(), State.DEFAULT),
            () -> new Given<>(key.standardValue(), State.WRONG));
  }

  private <T> Given<T> judged(Key<T> key, Value said) {
    return key.kind()
        .reader()
        .read(said, key.spot(faults))
        .map(value -> new Given<>(value, State.SET))
        .orElseGet(() -> new Given<>(key.standardValue(), State.WRONG));
  }

  /** The value, when nothing else depends on whether it was said. */
  <T> T value(Key<T> key) {
    return read(key).value();
  }

  /** Notes a fault if what was said is wrong; for a key that can say but one thing so far. */
  void check(Key<?> key) {
    read(key);
  }

  /** Notes a fault if this key, whose feature is not there yet, asks for anything. */
  void refuse(Key<?> key) {
    layers
        .find(key)
        .fold(Optional::of, Optional::<Value>empty, Optional::<Value>empty)
        .filter(value -> !value.isOff())
        .filter(value -> key.kind().reader().read(value, key.spot(faults)).isPresent())
        .map(Value::where)
        .ifPresent(
            where -> faults.note(key, "is not available in this version yet (" + where + ")"));
  }
}
