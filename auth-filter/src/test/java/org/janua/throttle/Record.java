package org.janua.throttle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.janua.config.Limit;

/** Counts against one limit by remembering every attempt; slow and plain. */
final class Record {

  private enum Fate {
    PENDING,
    FAILED,
    GONE
  }

  private static final class Attempt {
    final List<Instant> starts;
    Fate fate = Fate.PENDING;

    Attempt(List<Instant> starts) {
      this.starts = starts;
    }
  }

  private final Limit limit;
  private final List<Attempt> window = new ArrayList<>();
  private final List<Attempt> underWay = new ArrayList<>();
  private Instant end = Instant.EPOCH;
  private Instant lastBegin = Instant.EPOCH;

  Record(Limit limit) {
    this.limit = limit;
  }

  void at(Instant now) {
    Instant lapse = lastBegin.plus(Window.LEASE);
    if (!now.isBefore(lapse) && lapse.isBefore(end) && count(Fate.PENDING) > 0) {
      for (Attempt attempt : window) {
        attempt.fate = attempt.fate == Fate.PENDING ? Fate.FAILED : attempt.fate;
      }
      underWay.removeIf(window::contains); // what lapses was cut off and never ends
      blockFrom(lapse);
    }
    if (!now.isBefore(end)) {
      window.clear();
    }
  }

  boolean isBlocked() {
    return count(Fate.FAILED) >= limit.count();
  }

  boolean isFull() {
    return count(Fate.FAILED) + count(Fate.PENDING) >= limit.count();
  }

  boolean isAnybodyUnderWay() {
    return !underWay.isEmpty();
  }

  void begin(Instant now, List<Instant> starts) {
    if (count(Fate.FAILED) + count(Fate.PENDING) == 0) {
      window.clear();
      end = now.plus(limit.window());
    }
    lastBegin = now;
    Attempt attempt = new Attempt(starts);
    window.add(attempt);
    underWay.add(attempt);
  }

  /** One of those under way ends; answers what it was told when it began. */
  List<Instant> end(int which, boolean failed, Instant now) {
    Attempt attempt = underWay.remove(which % underWay.size());
    attempt.fate = failed ? Fate.FAILED : Fate.GONE;
    if (failed && window.contains(attempt)) {
      blockFrom(now);
    }
    return attempt.starts;
  }

  private void blockFrom(Instant when) {
    if (isBlocked() && !limit.block().isZero()) {
      end = when.plus(limit.block());
    }
  }

  private long count(Fate fate) {
    return window.stream().filter(attempt -> attempt.fate == fate).count();
  }
}
