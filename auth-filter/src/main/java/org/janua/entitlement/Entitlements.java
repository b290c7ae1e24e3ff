package org.janua.entitlement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import org.janua.access.Entitlement;
import org.janua.access.Group;
import org.janua.access.Rights;
import org.janua.jpa.Database;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.memory.Changes;
import org.janua.memory.Recent;

/**
 * What a caller has by role, groups and permission keys together: the one place that adds it up.
 * Thread-safe; throws {@link org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Entitlements {

  /** More names of roles than these are not asked for; what is dropped is read again. */
  private static final int REMEMBERED = 1_000;

  private final Database database;
  private final Rights rights;
  private final RoleBook roles;
  private final Recent<String, Entitlement> byRole;

  /**
   * Wires it; nothing is read yet.
   *
   * @param nanos a monotonic clock in nanoseconds
   */
  public Entitlements(
      Database database, Rights rights, RoleBook roles, Changes changes, LongSupplier nanos) {
    this.database = database;
    this.rights = rights;
    this.roles = roles;
    this.byRole = Recent.of(changes, REMEMBERED, nanos, (known, account) -> false);
  }

  /** What the user of an account has, as the database says in this unit of work. */
  public Entitlement of(Tx tx, UserRow user) {
    List<Group> groups =
        tx.groups().ofUser(user.id()).stream()
            .map(group -> new Group(group.id(), group.name()))
            .toList();
    Collection<String> granted = new ArrayList<>(tx.users().permissions(user.id()));
    granted.addAll(tx.groups().permissionsOf(user.id()));
    return rights.entitle(roles.of(tx, user.role()), Group.withEveryone(groups), granted);
  }

  /** What somebody has who is known by a role alone, at most {@link Recent#FRESH} ago. */
  public Entitlement ofRole(String role) {
    return byRole.get(role, () -> database.read(tx -> ofRole(tx, role)));
  }

  private Entitlement ofRole(Tx tx, String role) {
    return rights.entitle(
        roles.of(tx, role), List.of(Group.EVERYONE), tx.groups().permissionsOfEveryone());
  }
}
