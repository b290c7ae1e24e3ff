package org.janua.audit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.janua.jpa.AuditQuery;
import org.janua.jpa.AuditRow;
import org.janua.jpa.Database;

/**
 * Reads what was written down, and deletes it when it is old enough. Nothing else changes or
 * deletes an entry. Thread-safe; throws {@link org.janua.jpa.DatabaseUnavailable} when the database
 * cannot answer.
 */
public final class AuditLog {

  private final Database database;
  private final Duration retention;
  private final InstantSource clock;

  /**
   * Builds it; nothing is read yet.
   *
   * @param retention how long an entry is kept
   */
  public AuditLog(Database database, Duration retention, InstantSource clock) {
    this.database = database;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * A page of entries, newest first.
   *
   * @param after the id of the last one of the page before
   */
  public List<AuditRow> page(AuditQuery query, Optional<String> after, int limit) {
    return database.read(tx -> tx.audit().page(query, after, limit));
  }

  /** Deletes what is too old in batches, so that no lock is held for long. */
  public void sweep() {
    database.sweep((tx, most) -> tx.audit().sweep(clock.instant().minus(retention), most));
  }
}
