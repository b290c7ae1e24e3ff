package org.janua.resource;

import java.util.List;
import java.util.Optional;

/**
 * Whom a thing is given to, as people see it.
 *
 * @param creator the name of whoever made it
 * @param open whether it is public
 * @param users by name
 * @param groups by name
 */
public record SharedThing(
    Optional<String> creator, boolean open, List<Share> users, List<Share> groups) {

  static final SharedThing WITH_NOBODY =
      new SharedThing(Optional.empty(), false, List.of(), List.of());

  /** Copies the lists. */
  public SharedThing {
    users = List.copyOf(users);
    groups = List.copyOf(groups);
  }
}
