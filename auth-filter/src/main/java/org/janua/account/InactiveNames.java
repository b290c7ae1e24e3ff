package org.janua.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.janua.jpa.Database;
import org.janua.session.SessionBook;

/**
 * Which names belong to accounts that are switched off, for callers that somebody else answers for.
 * What is known is dropped when any account or session changes on this node, and is never older
 * than {@link SessionBook#FRESH}. Thread-safe.
 */
public final class InactiveNames {

  private static final int REMEMBERED = 10_000;

  private final Database database;
  private final LongSupplier changes;
  private final Cache<String, Known> known;

  /**
   * Wires it.
   *
   * @param changes a number that grows with every change of an account or session on this node
   * @param nanos a monotonic clock in nanoseconds
   */
  public InactiveNames(Database database, LongSupplier changes, LongSupplier nanos) {
    this.database = database;
    this.changes = changes;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(SessionBook.FRESH)
            .ticker(nanos::getAsLong)
            .build();
  }

  private record Known(boolean inactive, long changes) {}

  /**
   * Whether there is an account of this name, in any case, and it is inactive.
   *
   * @throws org.janua.jpa.DatabaseUnavailable the database cannot answer
   */
  public boolean contains(String name) {
    return Username.parse(name).map(Username::canonical).filter(this::isInactive).isPresent();
  }

  private boolean isInactive(String canonical) {
    long seen = changes.getAsLong(); // before the database is asked
    Known answer =
        Optional.ofNullable(known.getIfPresent(canonical))
            .filter(earlier -> earlier.changes() == seen)
            .orElseGet(() -> load(canonical, seen));
    return answer.inactive();
  }

  private Known load(String canonical, long seen) {
    boolean inactive =
        database
            .read(tx -> tx.users().byName(canonical))
            .filter(user -> !user.active())
            .isPresent();
    Known answer = new Known(inactive, seen);
    known.put(canonical, answer);
    return answer;
  }
}
