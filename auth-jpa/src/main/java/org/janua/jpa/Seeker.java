package org.janua.jpa;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Who asks which things they see, and by which ways.
 *
 * @param owner the id of an account, or a name in a marked form; null: nothing was made by or given
 *     to this one
 * @param groups the ids of the groups
 * @param role the name of a role that lists things; null: none that does
 * @param everybody whether what is given to everybody counts
 */
public record Seeker(String owner, Collection<String> groups, String role, boolean everybody) {

  public Seeker {
    groups = List.copyOf(Objects.requireNonNull(groups, "groups"));
  }
}
