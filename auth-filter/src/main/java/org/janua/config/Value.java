package org.janua.config;

import java.util.List;
import java.util.Map;

/** A value as it was written, with the place it came from; not yet of any type. */
sealed interface Value {
  /** The place, for a person: {@code auth.yml line 3} or {@code AUTH_COOKIE_NAME}. */
  String where();

  /** What to call it in a fault that must not show it. */
  String noun();

  /** Whether it asks for nothing: empty, {@code false} or {@code off}, through and through. */
  boolean isOff();

  /** One piece of text. It may be a secret, so it does not print. */
  final class Scalar implements Value {
    private final String text;
    private final String where;

    Scalar(String text, String where) {
      this.text = text;
      this.where = where;
    }

    String text() {
      return text;
    }

    @Override
    public String where() {
      return where;
    }

    @Override
    public String noun() {
      return "the value";
    }

    @Override
    public boolean isOff() {
      return text.isBlank() || text.equalsIgnoreCase("false") || text.equalsIgnoreCase("off");
    }

    @Override
    public String toString() {
      return "Scalar[redacted, " + where + "]";
    }
  }

  /** A list. */
  record Items(List<Value> values, String where) implements Value {
    @Override
    public String noun() {
      return "a list";
    }

    @Override
    public boolean isOff() {
      return values.stream().allMatch(Value::isOff);
    }
  }

  /** A map, in the order of the file. */
  record Entries(Map<String, Value> values, String where) implements Value {
    @Override
    public String noun() {
      return "a map";
    }

    @Override
    public boolean isOff() {
      return values.values().stream().allMatch(Value::isOff);
    }
  }

  /** A key without a value: says nothing, so a lower layer speaks. */
  record Nothing(String where) implements Value {
    @Override
    public String noun() {
      return "an empty value";
    }

    @Override
    public boolean isOff() {
      return true;
    }
  }
}
