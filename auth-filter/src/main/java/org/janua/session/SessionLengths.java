package org.janua.session;

import java.time.Duration;
import java.time.Instant;
import org.janua.config.SessionLimits;

/** How long sessions live, worked out from what was configured. */
final class SessionLengths {

  /** What a token gets when {@link #length} is zero: enough to load one page. */
  private static final Duration ONE_PAGE = Duration.ofSeconds(60);

  private final SessionLimits limits;

  SessionLengths(SessionLimits limits) {
    this.limits = limits;
  }

  /** When a session that is opened now ends, whatever is prolonged. */
  Instant end(Instant now) {
    return now.plus(limits.max());
  }

  boolean isPersistent(boolean remembered) {
    return remembered || !limits.length().isZero();
  }

  Instant expiry(Instant now, Instant end, boolean remembered) {
    Duration chosen = remembered ? limits.remember() : once();
    Instant expiry = now.plus(chosen);
    return expiry.isBefore(end) ? expiry : end;
  }

  boolean isDue(Instant now, Instant expiry, Snapshot session) {
    return isPersistent(session.remember())
        && expiry.isBefore(session.endsAt())
        && Duration.between(now, expiry).compareTo(limits.refresh()) < 0;
  }

  private Duration once() {
    return limits.length().isZero() ? ONE_PAGE : limits.length();
  }
}
