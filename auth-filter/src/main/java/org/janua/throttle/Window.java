package org.janua.throttle;

import java.time.Duration;
import java.time.Instant;
import org.janua.config.Limit;

/**
 * What one limit has counted: a fixed window that opens with the first attempt. An attempt that is
 * under way is pending, and takes a place like a failure does. Idle when nothing is counted.
 *
 * @param end the window counts, and blocks, before this
 * @param lease until when pending attempts are waited for; from then on they are failures
 */
record Window(Limit limit, Instant start, Instant end, int failures, int pending, Instant lease) {

  /** Longer than any attempt takes: one that outlives it was cut off, with its node or database. */
  static final Duration LEASE = Duration.ofSeconds(60);

  static Window idle(Limit limit) {
    return new Window(limit, Instant.EPOCH, Instant.EPOCH, 0, 0, Instant.EPOCH);
  }

  boolean isIdle() {
    return failures + pending == 0;
  }

  /** Whether failures alone use up the limit. */
  boolean isExceeded() {
    return failures >= limit.count();
  }

  /** Whether nothing more may be tried until one that is pending turns out well. */
  boolean isFull() {
    return failures + pending >= limit.count();
  }

  /**
   * Whether an attempt that was counted in a window with this start is counted in this one. The
   * start moves back when somebody whose clock is behind looks at the window: another node, or an
   * attempt here that read the time and then waited for the row.
   */
  boolean isThatOf(Instant otherStart) {
    return !isIdle() && !start.isAfter(otherStart);
  }

  /** The window as of now; called before anything else is asked of it. */
  Window at(Instant now) {
    Window window = begunBy(now).lapsed(now);
    return now.isBefore(window.end) ? window : idle(limit);
  }

  /** A clock that was set back must not make a window, a block or a lease longer. */
  private Window begunBy(Instant now) {
    Duration ahead = start.isAfter(now) ? Duration.between(now, start) : Duration.ZERO;
    Instant latest = now.plus(LEASE);
    Instant soonest = lease.minus(ahead);
    return new Window(
        limit,
        start.minus(ahead),
        end.minus(ahead),
        failures,
        pending,
        soonest.isAfter(latest) ? latest : soonest);
  }

  private Window lapsed(Instant now) {
    boolean over = now.isBefore(lease) || !lease.isBefore(end);
    return pending == 0 || over ? this : counted(failures + pending, 0, lease);
  }

  Window reserved(Instant now) {
    Instant until = now.plus(LEASE);
    return isIdle()
        ? new Window(limit, now, now.plus(limit.window()), 0, 1, until)
        : new Window(limit, start, end, failures, pending + 1, until);
  }

  /** One that was pending has failed. */
  Window failed(Instant now) {
    return pending == 0 ? this : counted(failures + 1, pending - 1, now);
  }

  /** One that was pending is as if it had never been. */
  Window released() {
    return pending == 0 ? this : new Window(limit, start, end, failures, pending - 1, lease);
  }

  Window forgiven() {
    return new Window(limit, start, end, 0, pending, lease);
  }

  private Window counted(int newFailures, int newPending, Instant when) {
    boolean blocks = newFailures >= limit.count() && !limit.block().isZero();
    return new Window(
        limit, start, blocks ? when.plus(limit.block()) : end, newFailures, newPending, lease);
  }
}
