package org.janua.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.janua.config.Limit;

/**
 * What is counted against one address or one account: a window for each of its limits. Immutable;
 * every method but {@link #at} expects to be asked as of now.
 */
record Tally(List<Window> windows) {

  private static final int FIELDS = 6;

  Tally {
    windows = List.copyOf(windows);
  }

  static Tally nothing(List<Limit> limits) {
    return new Tally(limits.stream().map(Window::idle).toList());
  }

  /** Reads what {@link #text} wrote. A window belongs to the limit of the same length, if any. */
  static Tally parse(String text, List<Limit> limits) {
    List<Window> windows = new ArrayList<>();
    for (Limit limit : limits) {
      String prefix = limit.window().toSeconds() + " ";
      windows.add(
          text.lines()
              .filter(line -> line.startsWith(prefix))
              .findFirst()
              .map(line -> window(line, limit))
              .orElseGet(() -> Window.idle(limit)));
    }
    return new Tally(windows);
  }

  private static Window window(String line, Limit limit) {
    long[] fields = List.of(line.split(" ")).stream().mapToLong(Long::parseLong).toArray();
    if (fields.length != FIELDS) {
      throw new IllegalStateException("auth_throttle holds a state that is not of our making");
    }
    return new Window(
        limit,
        Instant.ofEpochMilli(fields[1]),
        Instant.ofEpochMilli(fields[2]),
        (int) fields[3],
        (int) fields[4],
        Instant.ofEpochMilli(fields[5]));
  }

  /** The windows that are not idle, one a line. */
  String text() {
    return windows.stream()
        .filter(window -> !window.isIdle())
        .map(Tally::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Window window) {
    return window.limit().window().toSeconds()
        + " "
        + window.start().toEpochMilli()
        + " "
        + window.end().toEpochMilli()
        + " "
        + window.failures()
        + " "
        + window.pending()
        + " "
        + window.lease().toEpochMilli();
  }

  boolean isIdle() {
    return windows.stream().allMatch(Window::isIdle);
  }

  /**
   * When the last of it is over, a lease that may still turn into a block included. What is idle is
   * kept a while: the sweep shall not get between those who come by now.
   */
  Instant expiry(Instant now) {
    return windows.stream()
        .filter(window -> !window.isIdle())
        .map(window -> window.end().plus(window.pending() > 0 ? longest(window) : Duration.ZERO))
        .max(Comparator.naturalOrder())
        .orElse(now.plus(Window.LEASE));
  }

  private static Duration longest(Window window) {
    return Window.LEASE.plus(window.limit().block());
  }

  /** The tally as of now. */
  Tally at(Instant now) {
    return each(window -> window.at(now));
  }

  /** The block that ends last, if failures alone use up a limit. */
  Optional<Block> block() {
    return windows.stream()
        .filter(Window::isExceeded)
        .max(Comparator.comparing(Window::end))
        .map(window -> new Block(window.limit(), window.end()));
  }

  /** Whether one more attempt might be one too many. */
  boolean isFull() {
    return windows.stream().anyMatch(Window::isFull);
  }

  /** An attempt begins. */
  Tally reserve(Instant now) {
    return each(window -> window.reserved(now));
  }

  /** Which windows an attempt that has just begun is counted in. */
  List<Instant> starts() {
    return windows.stream().map(Window::start).toList();
  }

  /** The attempt that began in these windows has failed. */
  Tally failed(List<Instant> starts, Instant now) {
    return where(starts, window -> window.failed(now));
  }

  /** The attempt that began in these windows does not count. */
  Tally released(List<Instant> starts) {
    return where(starts, Window::released);
  }

  /** Nothing that has failed so far counts any more. */
  Tally forgiven() {
    return each(Window::forgiven);
  }

  private Tally each(UnaryOperator<Window> change) {
    return new Tally(windows.stream().map(change).toList());
  }

  private Tally where(List<Instant> starts, UnaryOperator<Window> change) {
    return new Tally(
        IntStream.range(0, windows.size())
            .mapToObj(i -> changed(windows.get(i), starts.get(i), change))
            .toList());
  }

  private static Window changed(Window window, Instant start, UnaryOperator<Window> change) {
    return window.isThatOf(start) ? change.apply(window) : window;
  }
}
