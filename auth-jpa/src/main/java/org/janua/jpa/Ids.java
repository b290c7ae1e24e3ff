package org.janua.jpa;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** Makes the ids of rows: UUID version 7, so that a primary key grows with time. Thread-safe. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long TWELVE_BITS = 0xFFFL;
  private static final long SIXTY_TWO_BITS = -1L >>> 2;

  private Ids() {}

  /** A new id as lower-case text of 36 characters; 74 of its bits are random. */
  public static String next(InstantSource clock) {
    // RFC 9562 5.7: unix_ts_ms (48 bits), ver 0111, rand_a (12), var 10, rand_b (62)
    long high = clock.millis() << 16 | 0x7000L | RANDOM.nextLong() & TWELVE_BITS;
    long low = 0b10L << 62 | RANDOM.nextLong() & SIXTY_TWO_BITS;
    return new UUID(high, low).toString();
  }
}
