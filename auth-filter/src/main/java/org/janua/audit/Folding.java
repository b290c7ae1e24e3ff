package org.janua.audit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.janua.api.event.Action;
import org.janua.network.IpAddress;

/**
 * Keeps a flood of failures from filling the log: of each minute the first few of one address are
 * told one by one, and the first few hundred of all addresses; of the rest it is told how many they
 * were. Thread-safe.
 */
final class Folding {

  private final Deque<Minute> minutes = new ArrayDeque<>();

  /**
   * Failures that were not told one by one.
   *
   * @param address where they came from; empty: from many places
   * @param since when the minute began
   */
  record Folded(Action action, String address, Instant since, long count) {}

  /** Whether a failure is told; if not, it is counted. */
  synchronized boolean admits(Action action, String address, Instant now) {
    if (minutes.isEmpty() || minutes.getLast().isOver(now)) {
      minutes.addLast(new Minute(now));
    }
    String bucket = IpAddress.parse(address).map(IpAddress::bucket).orElse(address);
    return minutes.getLast().admits(new Minute.Source(action, bucket));
  }

  /** What was counted in minutes that are over; each is answered once. */
  synchronized List<Folded> over(Instant now) {
    List<Folded> over = new ArrayList<>();
    while (!minutes.isEmpty() && minutes.getFirst().isOver(now)) {
      over.addAll(minutes.removeFirst().folded());
    }
    return over;
  }

  /** What was counted so far, at the end. */
  synchronized List<Folded> rest() {
    return over(Instant.MAX);
  }
}
