package org.janua.account;

import java.util.function.LongSupplier;
import org.janua.jpa.Database;
import org.janua.memory.Changes;
import org.janua.memory.Recent;

/**
 * Which names belong to accounts that are switched off, for callers that somebody else answers for;
 * remembered for a moment. Thread-safe.
 */
public final class InactiveNames {

  private static final int REMEMBERED = 10_000;

  private final Database database;
  private final Recent<String, Boolean> known;

  /**
   * Wires it.
   *
   * @param nanos a monotonic clock in nanoseconds
   */
  public InactiveNames(Database database, Changes changes, LongSupplier nanos) {
    this.database = database;
    this.known = Recent.of(changes, REMEMBERED, nanos, (answer, account) -> true);
  }

  /**
   * Whether there is an account of this name, in any case, and it is inactive.
   *
   * @throws org.janua.jpa.DatabaseUnavailable the database cannot answer
   */
  public boolean contains(String name) {
    return Username.parse(name)
        .map(Username::canonical)
        .filter(canonical -> known.get(canonical, () -> isInactive(canonical)))
        .isPresent();
  }

  private boolean isInactive(String canonical) {
    return database
        .read(tx -> tx.users().byName(canonical))
        .filter(user -> !user.active())
        .isPresent();
  }
}
