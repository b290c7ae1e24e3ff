package org.janua.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks, as far as access to things goes. Immutable.
 *
 * @param reach what the role and the permission keys give, whoever a thing belongs to
 * @param role the role, which may list things of its own; empty: none
 * @param owner what a thing's creator and a grant to a user are compared with; empty: neither means
 *     this one
 * @param groups the ids of the groups that a grant to a group is compared with
 * @param seesPublic whether what is given to everybody is given to this one
 */
public record Standing(
    Reach reach, String role, Optional<String> owner, Set<String> groups, boolean seesPublic) {

  /** Somebody who may do nothing at all. */
  public static final Standing NOBODY =
      new Standing(Reach.NOTHING, "", Optional.empty(), Set.of(), false);

  /** Somebody who did not sign in where guests are allowed. */
  public static final Standing GUEST =
      new Standing(Reach.NOTHING, "", Optional.empty(), Set.of(), true);

  /** Copies the groups. */
  public Standing {
    groups = Set.copyOf(groups);
  }

  /** A caller whose credential was accepted. */
  public static Standing of(Identity caller) {
    return new Standing(
        caller.reach(),
        caller.role(),
        caller.owner().filter(owner -> caller.isPerson()),
        caller.groups().stream().map(Group::id).collect(Collectors.toSet()),
        true);
  }

  /** Whether a list could give this one anything. */
  public boolean couldBeGiven() {
    return owner.isPresent() || !groups.isEmpty() || seesPublic;
  }
}
