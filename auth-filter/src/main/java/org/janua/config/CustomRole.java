package org.janua.config;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A role of the application's own, which may read some of its things and do nothing else.
 *
 * @param name 1 to 64 of letters, digits, dot and underscore
 * @param resources the ids of each type, at least one; {@link #EVERYTHING} alone is all of a type
 */
public record CustomRole(String name, Map<String, Set<String>> resources) {
  /** The id that stands for all things of a type. */
  public static final String EVERYTHING = "*";

  /** More is a group, not a list: each id is a row that is written under the lock of all roles. */
  private static final int MOST_IDS = 1_000;

  // one letter or digit at least: "." and ".." would be no segment of a path
  private static final Pattern NAME = Pattern.compile("(?=[._]*[A-Za-z0-9])[A-Za-z0-9._]{1,64}");
  private static final Set<String> BUILT_IN = Set.of("admin", "viewer");

  /** Copies the ids. */
  public CustomRole {
    resources =
        resources.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, ids -> Set.copyOf(ids.getValue())));
  }

  /** Whether a role can be called so. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** Whether this is, in any case, a role that is always there and never changes. */
  public static boolean isBuiltIn(String name) {
    return BUILT_IN.contains(name.toLowerCase(Locale.ROOT));
  }

  /** What is wrong with the ids of one type, as the end of a sentence; empty: nothing. */
  public static String faultOf(Set<String> ids) {
    if (ids.isEmpty()) {
      return "must not be empty; \"*\" says everything";
    }
    if (ids.contains(EVERYTHING) && ids.size() > 1) {
      return "must hold \"*\" alone or not at all";
    }
    if (ids.size() > MOST_IDS) {
      return "must not hold more than " + MOST_IDS + " ids";
    }
    return ids.stream().allMatch(ResourceType::isId)
        ? ""
        : "must hold ids of 1 to 255 characters, without control characters";
  }
}
