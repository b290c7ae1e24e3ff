package org.janua.session;

import java.time.Duration;
import java.time.Instant;
import org.janua.config.SessionTimes;

/** How long sessions live, worked out from what was configured. */
final class SessionLengths {

  /** What a token gets when {@link #length} is zero: enough to load one page. */
  private static final Duration ONE_PAGE = Duration.ofSeconds(60);

  private final SessionTimes times;

  SessionLengths(SessionTimes times) {
    this.times = times;
  }

  /** When a session that is opened now ends, whatever is prolonged. */
  Instant end(Instant now) {
    return now.plus(times.max());
  }

  boolean isPersistent(boolean remembered) {
    return remembered || !times.length().isZero();
  }

  Instant expiry(Instant now, Instant end, boolean remembered) {
    Duration chosen = remembered ? times.remember() : once();
    Instant expiry = now.plus(chosen);
    return expiry.isBefore(end) ? expiry : end;
  }

  boolean isDue(Instant now, Instant expiry, Snapshot session) {
    return isPersistent(session.remember())
        && expiry.isBefore(session.endsAt())
        && Duration.between(now, expiry).compareTo(times.refresh()) < 0;
  }

  private Duration once() {
    return times.length().isZero() ? ONE_PAGE : times.length();
  }
}
