package org.janua.entitlement;

import java.util.List;
import java.util.Set;
import org.janua.access.Entitlement;
import org.janua.access.Group;
import org.janua.access.Rights;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;

/**
 * What a caller has by role, groups and permission keys together: the one place that adds it up.
 * Thread-safe; throws {@link org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Entitlements {

  private final Rights rights;
  private final RoleBook roles;

  /** Wires it; nothing is read yet. */
  public Entitlements(Rights rights, RoleBook roles) {
    this.rights = rights;
    this.roles = roles;
  }

  /** What the user of an account has, as the database says in this unit of work. */
  public Entitlement of(Tx tx, UserRow user) {
    return rights.entitle(roles.of(tx, user.role()), List.of(Group.EVERYONE), Set.of());
  }

  /** What somebody has who is known by a role alone. */
  public Entitlement ofRole(String role) {
    return rights.entitle(roles.of(role), List.of(Group.EVERYONE), Set.of());
  }
}
