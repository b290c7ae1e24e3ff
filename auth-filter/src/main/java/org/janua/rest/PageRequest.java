package org.janua.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.janua.text.Line;

/**
 * Which page of a list is asked for.
 *
 * @param query what to look for, or {@code null}
 * @param after the value of {@code next} of the page before, or {@code null}
 * @param limit the number of items, 1 to 200
 */
record PageRequest(String query, String after, int limit) {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int LONGEST = 255;

  static PageRequest of(String query, String after, String limit) {
    return new PageRequest(text("q", query), text("after", after), number(limit));
  }

  /** The page as JSON; {@code rows} hold one more than was asked for when there is a next page. */
  <T> Map<String, Object> answer(
      List<T> rows, Function<T, Map<String, Object>> json, Function<T, String> key) {
    List<T> shown = rows.subList(0, Math.min(limit, rows.size()));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", shown.stream().map(json).toList());
    page.put("next", rows.size() > limit ? key.apply(shown.get(limit - 1)) : null);
    return page;
  }

  static String text(String name, String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() > LONGEST || !Line.is(value)) {
      throw ProblemException.field(name, "Must be at most 255 characters on one line.");
    }
    return value;
  }

  private static int number(String value) {
    if (value == null) {
      return USUAL;
    }
    if (!value.matches("[1-9]\\d{0,2}") || Integer.parseInt(value) > MOST) {
      throw ProblemException.field("limit", "Must be a number from 1 to 200.");
    }
    return Integer.parseInt(value);
  }
}
