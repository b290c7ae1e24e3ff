package org.janua.access;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.janua.api.ResourceRef;
import org.janua.api.VisibleIds;

/**
 * What somebody may do with the things of the application. What is not in it is denied. Immutable.
 *
 * @param byType for each type the levels, and for each of those the ids it is held on
 */
public record Reach(Map<String, Map<String, VisibleIds>> byType) {

  /** Nothing at all. */
  public static final Reach NOTHING = new Reach(Map.of());

  /** Copies the outer map, in order. */
  public Reach {
    byType = Collections.unmodifiableMap(new TreeMap<>(byType));
  }

  /** What this one or the other allows. */
  Reach and(Reach other) {
    Map<String, Map<String, VisibleIds>> both = new TreeMap<>(byType);
    other.byType.forEach((type, levels) -> both.merge(type, levels, Reach::union));
    return new Reach(both);
  }

  private static Map<String, VisibleIds> union(
      Map<String, VisibleIds> some, Map<String, VisibleIds> others) {
    Map<String, VisibleIds> both = new HashMap<>(some);
    others.forEach((level, ids) -> both.merge(level, ids, Reach::union));
    return Map.copyOf(both);
  }

  private static VisibleIds union(VisibleIds some, VisibleIds others) {
    if (some.everything() || others.everything()) {
      return VisibleIds.ALL;
    }
    Set<String> ids = new HashSet<>(some.ids());
    ids.addAll(others.ids());
    return VisibleIds.of(ids);
  }

  /** Whether a level is held on one thing. */
  public boolean allows(String level, ResourceRef resource) {
    return visible(level, resource.type()).contains(resource.id());
  }

  /** On which things of a type a level is held; none for a type or level nobody declared. */
  public VisibleIds visible(String level, String type) {
    return Optional.ofNullable(byType.get(type))
        .map(levels -> levels.get(level))
        .orElse(VisibleIds.NONE);
  }
}
