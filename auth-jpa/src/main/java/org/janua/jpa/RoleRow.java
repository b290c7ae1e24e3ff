package org.janua.jpa;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A custom role as stored. What is not ASCII is no name of a role.
 *
 * @param name as it was typed
 * @param configured whether it came from the configuration, rather than from an administrator
 * @param resources the ids of each type it may read, in order; the id {@code *} alone is everything
 */
public record RoleRow(String name, boolean configured, Map<String, Set<String>> resources) {
  public RoleRow {
    Objects.requireNonNull(name, "name");
    resources = Collections.unmodifiableMap(sorted(resources));
  }

  /** The form in which two roles are compared for being the same one. */
  public String canonical() {
    return canonical(name);
  }

  static String canonical(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Map<String, Set<String>> sorted(Map<String, Set<String>> resources) {
    return resources.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                ids -> Collections.unmodifiableSet(new TreeSet<>(ids.getValue())),
                (one, other) -> one,
                TreeMap::new));
  }
}
