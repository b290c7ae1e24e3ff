package org.janua.throttle;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.janua.config.Limit;
import org.janua.jpa.Tx;

/**
 * How often something may be done, whatever comes of it. It is counted in the database like failed
 * attempts are: it survives a restart, and all nodes share it. Thread-safe.
 */
public final class Quota {

  private final String kind;
  private final List<Limit> limits;
  private final InstantSource clock;

  /**
   * Builds it; nothing is read yet.
   *
   * @param kind what is done, in a word of its own
   * @param limits the first to be reached counts; none: as often as you like
   */
  public Quota(String kind, List<Limit> limits, InstantSource clock) {
    this.kind = kind;
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes one for a client address, IPv6 by /64; false: none is left, and nothing is counted. */
  public boolean takeFor(Tx tx, String address) {
    return take(tx, Bucket.ofAddress(kind, address, limits));
  }

  /** Takes one for whatever has this name; false: none is left, and nothing is counted. */
  public boolean takeNamed(Tx tx, String name) {
    return take(tx, Bucket.named(kind, name, limits));
  }

  private boolean take(Tx tx, Bucket bucket) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Bucket.Stored stored = bucket.read(tx);
    Tally tally = stored.tally().at(now);
    if (tally.isFull()) {
      return false;
    }
    Tally taken = tally.reserve(now);
    bucket.write(tx, stored, taken.failed(taken.starts(), now), now);
    return true;
  }
}
