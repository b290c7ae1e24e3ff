package org.janua.audit;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.janua.jpa.Ids;

/**
 * Makes ids whose order is the order in which they were asked for, also within one millisecond: the
 * twelve bits after the time count (RFC 9562 6.2, method 1). Thread-safe.
 */
final class Sequence {

  private static final int COUNTER_BITS = 12;

  /** A clock that is set back by more than this starts anew, so that ids stay near the time. */
  private static final long SET_BACK = 1_000L << COUNTER_BITS;

  private final AtomicLong last = new AtomicLong();

  String next(Instant time) {
    long start = time.toEpochMilli() << COUNTER_BITS;
    long next =
        last.updateAndGet(
            before -> before >= start && before - start < SET_BACK ? before + 1 : start);
    return Ids.at(
        Instant.ofEpochMilli(next >> COUNTER_BITS), (int) (next & (1 << COUNTER_BITS) - 1));
  }
}
