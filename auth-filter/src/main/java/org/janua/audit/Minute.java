package org.janua.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.janua.api.event.Action;

/** The failures of one minute: a bounded number by their source, and the rest together. */
final class Minute {

  /** Failures of one address that are told: whoever forgot a password needs fewer. */
  static final int OF_ONE = 60;

  /** Failures of all addresses that are told. */
  static final int OF_ALL = 600;

  private static final Duration LENGTH = Duration.ofMinutes(1);
  private static final String MANY_PLACES = "";

  private final Instant start;
  private final AtomicInteger told = new AtomicInteger();
  private final Map<Source, Integer> toldOf = new HashMap<>();
  private final Map<Source, Long> folded = new HashMap<>();

  Minute(Instant start) {
    this.start = start;
  }

  /** What failures have in common; an address of version 6 stands for its network. */
  record Source(Action action, String address) {}

  /** Also when the clock was set back: it may stay there for long. */
  boolean isOver(Instant now) {
    return now.isBefore(start) || !now.isBefore(start.plus(LENGTH));
  }

  boolean admits(Source source) {
    int earlier = toldOf.getOrDefault(source, 0);
    if (earlier < OF_ONE && told.get() < OF_ALL) {
      told.incrementAndGet();
      toldOf.put(source, earlier + 1);
      return true;
    }
    boolean known = earlier > 0;
    folded.merge(known ? source : new Source(source.action(), MANY_PLACES), 1L, Long::sum);
    return false;
  }

  List<Folding.Folded> folded() {
    return folded.entrySet().stream()
        .map(
            entry ->
                new Folding.Folded(
                    entry.getKey().action(), entry.getKey().address(), start, entry.getValue()))
        .toList();
  }
}
