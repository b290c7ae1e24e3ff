package org.janua.access;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
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
