package org.janua.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of values every file format has: text, numbers, lists, maps. */
final class Kinds {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Map<String, Boolean> TRUTH = Map.of("true", true, "false", false);

  private Kinds() {}

  /** Text of one line that is not empty. */
  static Kind<String> text() {
    return new Kind<String>("text", "", "", Kind.Shape.ONE, false, Kinds::scalar)
        .only(text -> !text.isEmpty(), "is empty");
  }

  private static Optional<String> scalar(Value value, Spot spot) {
    return value instanceof Value.Scalar scalar
        ? Optional.of(scalar.text())
        : spot.wrong(value, "is found where a single value belongs");
  }

  static Kind<Boolean> truth() {
    return text()
        .as(Kinds::plain)
        .only(TRUTH::containsKey, "is neither true nor false")
        .as(TRUTH::get)
        .called("true or false", "");
  }

  static Kind<Integer> number(int min, int max) {
    return whole(min, max, false).as(Long::intValue);
  }

  static Kind<Duration> seconds(long min, long max) {
    return whole(min, max, false).as(Duration::ofSeconds).in("seconds");
  }

  /** Seconds, and 0 for "not at all". */
  static Kind<Duration> zeroOrSeconds(long min, long max) {
    return whole(min, max, true).as(Duration::ofSeconds).in("seconds");
  }

  private static Kind<Long> whole(long min, long max, boolean zero) {
    String range = (zero ? "0, or " : "") + min + " to " + max;
    return text()
        .as(String::strip)
        .only(text -> WHOLE.matcher(text).matches(), "is not a whole number")
        .as(Long::valueOf)
        .only(n -> zero && n == 0 || min <= n && n <= max, "is out of range: " + range)
        .called("whole number", range);
  }

  /**
   * One of a few words, in any case.
   *
   * @param later words that will mean something once their feature is there
   * @param choices the words and what they mean, in the order of the documentation
   */
  @SafeVarargs
  static <T> Kind<T> choice(Set<String> later, Map.Entry<String, T>... choices) {
    Map<String, T> now = new LinkedHashMap<>();
    for (Map.Entry<String, T> choice : choices) {
      now.put(choice.getKey(), choice.getValue());
    }
    String words = String.join(", ", now.keySet());
    return text()
        .as(Kinds::plain)
        .only(word -> !later.contains(word), "is not available in this version yet")
        .only(now::containsKey, "is not one of: " + words)
        .as(word -> now.get(word))
        .called("choice", words);
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  static <T> Kind<List<T>> list(Kind<T> each) {
    return new Kind<>(
        "list of " + each.type(),
        each.unit(),
        each.range(),
        each.shape() == Kind.Shape.MAP ? Kind.Shape.MAP : Kind.Shape.LIST,
        each.secret(),
        (value, spot) ->
            value instanceof Value.Items items
                ? all(items, each, spot)
                : spot.wrong(value, "is found where a list belongs"));
  }

  private static <T> Optional<List<T>> all(Value.Items items, Kind<T> each, Spot spot) {
    List<T> read = new ArrayList<>();
    for (Value item : items.values()) {
      each.reader().read(item, spot).ifPresent(read::add);
    }
    return read.size() == items.values().size() ? Optional.of(read) : Optional.empty();
  }

  /**
   * Names of the file's own choosing, each with a value of one kind; an empty one counts as empty.
   */
  static <T> Kind<Map<String, T>> map(Kind<T> each) {
    return new Kind<>(
        "map to " + each.type(),
        "",
        each.range(),
        Kind.Shape.MAP,
        each.secret(),
        (value, spot) ->
            value instanceof Value.Entries entries
                ? all(entries, each, spot)
                : spot.wrong(value, "is found where a map belongs"));
  }

  private static <T> Optional<Map<String, T>> all(Value.Entries entries, Kind<T> each, Spot spot) {
    Map<String, T> read = new LinkedHashMap<>();
    entries
        .values()
        .forEach(
            (name, value) ->
                each.reader()
                    .read(present(value, each), spot.inside("." + name))
                    .ifPresent(t -> read.put(name, t)));
    return read.size() == entries.values().size() ? Optional.of(read) : Optional.empty();
  }

  /** In a map, a name without a value says as much as the name with an empty one. */
  private static Value present(Value value, Kind<?> each) {
    return value instanceof Value.Nothing ? each.ofText("", value.where()) : value;
  }

  /** Whatever the file says; only for features that are refused anyway. */
  static Kind<Value> anything() {
    return new Kind<>("map", "", "", Kind.Shape.MAP, false, (value, spot) -> Optional.of(value));
  }
}
