package org.janua.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A group somebody belongs to. It is known by its id: one that is made later with the same name is
 * another one.
 *
 * @param id immutable, never used again
 * @param name as an administrator typed it; never a role to the container
 */
public record Group(String id, String name) {

  /** Every caller who is signed in is in it, without a membership that could be taken away. */
  public static final Group EVERYONE = new Group("everyone", "everyone");

  /** These and {@link #EVERYONE}, by name without regard to case. */
  public static List<Group> withEveryone(Collection<Group> groups) {
    return Stream.concat(groups.stream(), Stream.of(EVERYONE))
        .sorted(Comparator.comparing(group -> Canonical.of(group.name())))
        .toList();
  }
}
