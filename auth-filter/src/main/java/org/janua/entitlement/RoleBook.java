package org.janua.entitlement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.janua.access.Entitlement;
import org.janua.access.Rights;
import org.janua.config.CustomRole;
import org.janua.jpa.Database;
import org.janua.jpa.RoleRow;
import org.janua.jpa.Tx;
import org.janua.memory.Changes;
import org.janua.memory.Recent;

/**
 * The roles there are and what each gives, by its exact name. A name that is not known gives
 * nothing. Thread-safe; throws {@link org.janua.jpa.DatabaseUnavailable} when the database cannot
 * answer.
 *
 * <p>What a role gives is read in the unit of work that asks for it, so that it ages with the rest
 * of the answer. Which roles there are is answered from memory, at most {@link Recent#FRESH} old
 * and never older than the last change on this node.
 */
public final class RoleBook {

  private static final String ALL = "all";

  private final Database database;
  private final Rights rights;
  private final List<String> configured;
  private final Recent<String, List<String>> names;

  /**
   * Wires it; nothing is read yet.
   *
   * @param configured the roles of the configuration, in its order
   * @param nanos a monotonic clock in nanoseconds
   */
  public RoleBook(
      Database database,
      Rights rights,
      List<CustomRole> configured,
      Changes changes,
      LongSupplier nanos) {
    this.database = database;
    this.rights = rights;
    this.configured = configured.stream().map(CustomRole::name).toList();
    this.names = Recent.of(changes, 1, nanos, (known, account) -> false);
  }

  /** What a role gives, as the database says in this unit of work. */
  public Entitlement of(Tx tx, String role) {
    return switch (role) {
      case Rights.ADMIN -> rights.admin();
      case Rights.VIEWER -> rights.viewer();
      default -> tx.roles().byName(role).map(this::entitlement).orElse(Entitlement.NOTHING);
    };
  }

  /**
   * Every role, in the order of precedence where somebody could have several: {@code admin}, those
   * of the configuration in its order, the others by name, {@code viewer}.
   */
  public List<String> names() {
    return names.get(ALL, () -> inOrder(database.read(tx -> tx.roles().all())));
  }

  private List<String> inOrder(List<RoleRow> roles) {
    List<String> names = new ArrayList<>();
    names.add(Rights.ADMIN);
    roles.stream()
        .map(RoleRow::name)
        .sorted(Comparator.comparingInt(this::position)) // stable: the others stay by name
        .forEach(names::add);
    names.add(Rights.VIEWER);
    return List.copyOf(names);
  }

  private int position(String name) {
    int index = configured.indexOf(name);
    return index < 0 ? configured.size() : index;
  }

  private Entitlement entitlement(RoleRow role) {
    return rights.of(new CustomRole(role.name(), role.resources()));
  }
}
