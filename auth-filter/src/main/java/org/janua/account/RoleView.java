package org.janua.account;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A role as an administrator sees it.
 *
 * @param name its name
 * @param resources the ids of each type it may read, in order; the id {@code *} alone is everything
 * @param users how many accounts have it
 */
public record RoleView(String name, Map<String, Set<String>> resources, long users) {

  /** Where it stands in a list: by name, without regard to case. */
  public String position() {
    return name.toLowerCase(Locale.ROOT);
  }
}
