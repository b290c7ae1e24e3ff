package org.janua.resource;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Whom a thing is to be given to from now on, and nobody else; not yet checked.
 *
 * @param creator what becomes of the creator's name; {@code null} stands for none
 * @param open whether it is to be public
 * @param users the users
 * @param groups the groups
 */
public record SharingChange(
    UnaryOperator<String> creator, boolean open, List<Share> users, List<Share> groups) {

  /** Copies the lists. */
  public SharingChange {
    users = List.copyOf(users);
    groups = List.copyOf(groups);
  }
}
