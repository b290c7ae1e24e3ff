package org.janua.account;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.janua.access.Permissions;
import org.janua.jpa.Database;
import org.janua.jpa.Tx;

/**
 * Changes of who may do what: one at a time on all nodes, each as a whole or not at all, and none
 * that leaves nobody to administer. Thread-safe; throws {@link org.janua.jpa.DatabaseUnavailable}
 * when the database cannot answer.
 */
public final class Administration {

  private static final Refusal LAST_ADMIN =
      new Refusal(Refusal.Kind.CONFLICT, "", "This would leave no active administrator.");

  private final Database database;
  private final Permissions permissions;

  /** Wires it; nothing is read yet. */
  public Administration(Database database, Permissions permissions) {
    this.database = database;
    this.permissions = permissions;
  }

  /**
   * Makes a change, which takes part in one unit of work with the lock of all such changes. If it
   * is refused, nothing is left of what it wrote until then.
   */
  <T> Outcome<T> change(Function<Tx, Outcome<T>> change) {
    return database.write(
        tx -> {
          tx.users().lockAdministration();
          Outcome<T> outcome = keepingAnAdministrator(tx, change);
          outcome.ifRefused(refusal -> tx.undo());
          return outcome;
        });
  }

  /**
   * There are many ways to be an administrator and to be one no longer, so no change is looked at:
   * what counts is who is left when it is made. Where there was none before, a change takes none
   * away: so it is with accounts that a proxy signs in.
   */
  private <T> Outcome<T> keepingAnAdministrator(Tx tx, Function<Tx, Outcome<T>> change) {
    Set<String> keys = permissions.administrative();
    boolean before = tx.users().hasAdministrator(keys);
    return change
        .apply(tx)
        .fold(
            done ->
                before && !tx.users().hasAdministrator(keys)
                    ? Outcome.refused(LAST_ADMIN)
                    : Outcome.done(done),
            Outcome::refused);
  }

  /** The first of these keys that nobody declared, as a refusal. */
  Optional<Refusal> faultOf(Collection<String> keys) {
    return keys.stream()
        .filter(key -> !permissions.isDeclared(key))
        .findFirst()
        .map(key -> Refusal.invalid("permissions", "There is no permission key '" + key + "'."));
  }

  /** Those of these keys that are declared, as an administrator sees and sets them. */
  Set<String> declared(Set<String> keys) {
    return keys.stream().filter(permissions::isDeclared).collect(Collectors.toUnmodifiableSet());
  }
}
