package org.janua.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.janua.access.Actor;
import org.janua.access.ApiKey;

/**
 * What else is written down of what happened, in the order it was said. Never a secret: nothing
 * here can tell one from another text. Immutable.
 *
 * @param values texts, numbers, truth values, and lists and maps of them
 */
public record Details(Map<String, Object> values) {

  /** Nothing else. */
  public static final Details NONE = new Details(Map.of());

  private static final int LONGEST_TEXT = 256;
  private static final int LONGEST_LIST = 50;

  /** Copies the values, in their order. */
  public Details {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** One thing. */
  public static Details of(String key, Object value) {
    return NONE.with(key, value);
  }

  /**
   * And another. Long texts are cut, of long lists the beginning and the number of the rest is
   * kept, and whatever would break a line is written out.
   *
   * @param value a text, a number, a truth value, a list or a map of them; a constant is its name
   *     in lower case, anything else what it prints
   */
  public Details with(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(key, plain(value));
    return new Details(more);
  }

  /**
   * Who acts is the account; which of its API keys acts for it stands here, and stands first: the
   * end is what is left out where it does not fit.
   */
  Details by(Actor actor) {
    return actor.key().map(this::by).orElse(this);
  }

  private Details by(ApiKey key) {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("id", key.id());
    named.put("description", key.description());
    Details all = of("by_key", named);
    for (Map.Entry<String, Object> entry : values.entrySet()) {
      all = all.with(entry.getKey(), entry.getValue());
    }
    return all;
  }

  /**
   * What was changed, from what to what; nothing where both are the same. Of a list it is what was
   * removed and what was added, so that one among many is not cut away.
   */
  public Details change(String key, Object before, Object after) {
    return Objects.equals(before, after) ? this : with(key, difference(before, after));
  }

  private static Map<String, Object> difference(Object before, Object after) {
    Map<String, Object> difference = new LinkedHashMap<>();
    if (before instanceof Collection<?> was && after instanceof Collection<?> is) {
      difference.put("removed", without(was, is));
      difference.put("added", without(is, was));
    } else if (before instanceof Map<?, ?> was && after instanceof Map<?, ?> is) {
      Stream.concat(was.keySet().stream(), is.keySet().stream())
          .distinct()
          .filter(key -> !Objects.equals(was.get(key), is.get(key)))
          .forEach(key -> difference.put(key.toString(), ofLists(was.get(key), is.get(key))));
    } else {
      difference.put("from", before);
      difference.put("to", after);
    }
    return difference;
  }

  private static Map<String, Object> ofLists(Object before, Object after) {
    return difference(
        Objects.requireNonNullElse(before, List.of()),
        Objects.requireNonNullElse(after, List.of()));
  }

  private static List<?> without(Collection<?> some, Collection<?> others) {
    Set<?> left = new LinkedHashSet<>(some);
    left.removeAll(new HashSet<>(others));
    return List.copyOf(left);
  }

  private static Object plain(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Collection<?> items) {
      return list(items);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> inner = new LinkedHashMap<>();
      map.forEach((key, item) -> inner.put(key.toString(), plain(item)));
      return Collections.unmodifiableMap(inner);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
    return OneLine.of(value.toString(), LONGEST_TEXT);
  }

  private static List<Object> list(Collection<?> items) {
    List<Object> shown =
        new ArrayList<>(items.stream().limit(LONGEST_LIST).map(Details::plain).toList());
    if (items.size() > LONGEST_LIST) {
      shown.add("and " + (items.size() - LONGEST_LIST) + " more");
    }
    return Collections.unmodifiableList(shown);
  }
}
