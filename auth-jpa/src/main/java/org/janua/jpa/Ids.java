package org.janua.jpa;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Makes the ids of rows: UUID version 7, so that a primary key grows with time. Thread-safe. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long TWELVE_BITS = 0xFFFL;
  private static final long SIXTY_TWO_BITS = -1L >>> 2;

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.ofEpochMilli((1L << 48) - 1);

  private Ids() {}

  /** A new id as lower-case text of 36 characters; 74 of its bits are random. */
  public static String next(InstantSource clock) {
    return at(clock.instant());
  }

  /** A new id of this time, by which it sorts among others. */
  public static String at(Instant time) {
    return id(time, RANDOM.nextLong() & TWELVE_BITS, RANDOM.nextLong() & SIXTY_TWO_BITS);
  }

  /** The same with a number, 0 to 4095, by which ids of one millisecond sort. */
  public static String at(Instant time, int number) {
    return id(time, number & TWELVE_BITS, RANDOM.nextLong() & SIXTY_TWO_BITS);
  }

  /** What no id of this time or a later one sorts before, and every id of an earlier one does. */
  static String lowest(Instant time) {
    return id(time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time, 0, 0);
  }

  private static String id(Instant time, long twelve, long sixtyTwo) {
    // RFC 9562 5.7: unix_ts_ms (48 bits), ver 0111, rand_a (12), var 10, rand_b (62)
    long high = time.toEpochMilli() << 16 | 0x7000L | twelve;
    return new UUID(high, 0b10L << 62 | sixtyTwo).toString();
  }
}
