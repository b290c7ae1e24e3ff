package org.janua.jpa;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** What a failed unit of work died of: worth another try, an outage, or a fault of the program. */
final class Trouble {
  private static final int H2_CONCURRENT_UPDATE = 90131;

  private Trouble() {}

  /**
   * Another transaction was in the way: a serialization failure or deadlock (SQLSTATE class 40), a
   * newer version of the row, or a key that another one inserted or removed first (class 23).
   */
  static boolean isConflict(Throwable thrown) {
    return causes(thrown).anyMatch(Trouble::conflicts);
  }

  static boolean isDatabases(Throwable thrown) {
    return causes(thrown)
        .anyMatch(c -> c instanceof PersistenceException || c instanceof SQLException);
  }

  private static boolean conflicts(Throwable cause) {
    if (cause instanceof SQLException sql) {
      String state = String.valueOf(sql.getSQLState());
      return state.startsWith("40")
          || state.startsWith("23")
          || sql.getErrorCode() == H2_CONCURRENT_UPDATE;
    }
    return cause instanceof OptimisticLockException;
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, c -> c != null, Throwable::getCause).limit(20);
  }
}
