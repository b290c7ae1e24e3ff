package org.janua.throttle;

import java.time.Duration;
import java.time.Instant;
import org.janua.config.Limit;

/**
 * A limit that is used up.
 *
 * @param until when attempts are accepted again
 */
record Block(Limit limit, Instant until) {

  boolean holds(Instant now) {
    return now.isBefore(until);
  }

  /** Whole seconds to wait, rounded up, and why. */
  Pause pause(Instant now) {
    long seconds = Duration.between(now, until).plusNanos(999_999_999).toSeconds();
    String reason = "At most " + limit.words() + " are accepted from one address.";
    return new Pause(reason, Math.max(1, seconds));
  }
}
