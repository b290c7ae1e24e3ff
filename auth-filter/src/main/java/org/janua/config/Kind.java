package org.janua.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a key may hold: how it is read and how the documentation describes it.
 *
 * @param type in a word or two
 * @param unit empty when it has none
 * @param range what is accepted, for a person
 * @param shape one value, a list or a map
 * @param secret whether its values are never shown
 * @param reader the only judge of a value
 */
record Kind<T>(
    String type, String unit, String range, Shape shape, boolean secret, Reader<T> reader) {
  /** How many values: in one line of text a list is separated by commas, a map cannot be. */
  enum Shape {
    ONE,
    LIST,
    MAP
  }

  /** Reads a value; wrong: the fault is noted at the spot and the answer is empty. */
  @FunctionalInterface
  interface Reader<T> {
    Optional<T> read(Value value, Spot spot);
  }

  /** The value that a line of text stands for. */
  Value ofText(String text, String where) {
    return switch (shape) {
      case ONE -> new Value.Scalar(text, where);
      case LIST -> new Value.Items(split(text, where), where);
      case MAP -> new Value.Entries(Map.of(), where);
    };
  }

  private static List<Value> split(String text, String where) {
    List<Value> items = new ArrayList<>();
    for (String item : text.split(",")) {
      if (!item.isBlank()) {
        items.add(new Value.Scalar(item.strip(), where));
      }
    }
    return items;
  }

  /** The same, read on into another type. */
  <R> Kind<R> as(Function<T, R> next) {
    return new Kind<>(
        type, unit, range, shape, secret, (value, spot) -> reader.read(value, spot).map(next));
  }

  /** The same, read on into another type that not every value can be. */
  <R> Kind<R> parsed(Function<T, Optional<R>> parser, String problem) {
    return as(parser).only(Optional::isPresent, problem).as(Optional::get);
  }

  /** The same with one rule more. */
  Kind<T> only(Predicate<T> right, String problem) {
    return new Kind<>(
        type,
        unit,
        range,
        shape,
        secret,
        (value, spot) ->
            reader
                .read(value, spot)
                .flatMap(t -> right.test(t) ? Optional.of(t) : spot.wrong(value, problem)));
  }

  /** The same, and empty text says "none". */
  Kind<Optional<T>> optional() {
    return new Kind<>(
        type,
        unit,
        range,
        shape,
        secret,
        (value, spot) ->
            value instanceof Value.Scalar scalar && scalar.text().isEmpty()
                ? Optional.of(Optional.empty())
                : reader.read(value, spot).map(Optional::of));
  }

  /** The same, described so. */
  Kind<T> called(String type, String range) {
    return new Kind<>(type, unit, range, shape, secret, reader);
  }

  /** The same, counted in this. */
  Kind<T> in(String unit) {
    return new Kind<>(type, unit, range, shape, secret, reader);
  }

  /** The same, never shown. */
  Kind<T> hidden() {
    return new Kind<>(type, unit, range, shape, true, reader);
  }
}
