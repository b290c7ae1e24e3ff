package org.janua.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody has: by their role, by permission keys, by the groups they are in.
 *
 * @param groups every group, {@link Group#EVERYONE} among them for whoever is signed in; none for
 *     the internal port
 * @param roles what the container answers {@code true} for: the role and the keys held, never the
 *     name of a group
 * @param permissions the keys held, with all that they imply
 * @param reach what may be done with the things of the application whoever they belong to
 */
public record Entitlement(
    List<Group> groups, Set<String> roles, Set<String> permissions, Reach reach) {

  /** What a role gives that nobody knows. */
  public static final Entitlement NOTHING = ofRole(Set.of(), Reach.NOTHING);

  /** Copies the collections. */
  public Entitlement {
    groups = List.copyOf(groups);
    roles = Set.copyOf(roles);
    permissions = Set.copyOf(permissions);
  }

  /** What a role gives by itself, to somebody without keys and groups. */
  public static Entitlement ofRole(Set<String> roles, Reach reach) {
    return new Entitlement(List.of(), roles, Set.of(), reach);
  }

  /** The same for somebody who is in these groups, and in no others. */
  Entitlement within(List<Group> others) {
    return new Entitlement(others, roles, permissions, reach);
  }

  /** The same with another one's roles, keys and reach besides. */
  Entitlement and(Entitlement more) {
    return new Entitlement(
        groups,
        union(roles, more.roles),
        union(permissions, more.permissions),
        reach.and(more.reach));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
