package org.janua.config;

import java.time.Duration;

/**
 * How many failures are accepted in a time.
 *
 * @param count failures until no more are accepted, 1 to 1,000,000
 * @param window the time, counted from the first of them; 1 second to 10 years
 * @param block how long nothing is accepted once the count is reached; zero: until the window ends
 */
public record Limit(int count, Duration window, Duration block) {
  static final int MOST = 1_000_000;
  static final Duration LONGEST = Unit.YEAR.times(10);

  /** Refuses what is out of range. */
  public Limit {
    boolean sane =
        count >= 1
            && count <= MOST
            && window.toSeconds() >= 1
            && window.compareTo(LONGEST) <= 0
            && !block.isNegative()
            && block.compareTo(LONGEST) <= 0;
    if (!sane) {
      throw new IllegalArgumentException(count + " in " + window + ", then " + block);
    }
  }

  /** A limit that ends with its window. */
  public static Limit of(int count, Duration window) {
    return new Limit(count, window, Duration.ZERO);
  }

  /** The limit as people say it: {@code 5 failed sign-ins in a minute}. */
  public String words() {
    return count + " failed sign-in" + (count == 1 ? "" : "s") + " in " + Unit.words(window);
  }
}
