package org.janua.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.janua.jpa.AuditRow;

/**
 * Entries that wait to be written, in their order and at most {@link #MOST}. What comes when it is
 * full is dropped and counted: the beginning of an attack tells more than its end. Thread-safe.
 */
final class Buffer {

  /** A few megabytes, and more than a flood notes in three minutes. */
  static final int MOST = 2_000;

  private final Deque<AuditRow> rows = new ArrayDeque<>();
  private final AtomicLong dropped = new AtomicLong();

  synchronized void add(AuditRow row) {
    if (rows.size() < MOST) {
      rows.addLast(row);
    } else {
      dropped.incrementAndGet();
    }
  }

  /** The ones that wait longest; they stay until they are removed. */
  synchronized List<AuditRow> first(int count) {
    return rows.stream().limit(count).toList();
  }

  /** Takes away the ones that wait longest. */
  synchronized void remove(int count) {
    for (int i = 0; i < count; i++) {
      rows.removeFirst();
    }
  }

  synchronized int size() {
    return rows.size();
  }

  /** How many were dropped since the start. */
  long dropped() {
    return dropped.get();
  }
}
