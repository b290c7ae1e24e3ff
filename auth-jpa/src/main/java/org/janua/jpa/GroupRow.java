package org.janua.jpa;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A group as stored.
 *
 * @param name as it was typed
 * @param canonical the name in its canonical form, unique among all groups
 * @param description null: none given
 * @param permissions the keys it was given, in order; some may not be declared any more
 */
public record GroupRow(
    String id, String name, String canonical, String description, Set<String> permissions) {

  /** The id of the group that everybody is in without a membership; it is always there. */
  public static final String EVERYONE = "everyone";

  public GroupRow {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(canonical, "canonical");
    permissions = Collections.unmodifiableSet(new TreeSet<>(permissions));
  }

  /** Whether it is the one that is always there. */
  public boolean isEveryone() {
    return id.equals(EVERYONE);
  }
}
