package org.janua.config;

import java.time.Duration;
import java.util.Locale;

/** The units of a rate limit; a month has 30 days, a year 360. */
enum Unit {
  YEAR(360L * 86_400),
  MONTH(30L * 86_400),
  DAY(86_400),
  HOUR(3_600),
  MINUTE(60),
  SECOND(1);

  private final long seconds;

  Unit(long seconds) {
    this.seconds = seconds;
  }

  static Unit of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** So many of them; the count has at most nine digits. */
  Duration times(long count) {
    return Duration.ofSeconds(count * seconds);
  }

  /** A time in the largest unit that says it exactly: {@code a minute}, {@code 90 seconds}. */
  static String words(Duration time) {
    for (Unit unit : values()) {
      long count = time.toSeconds() / unit.seconds;
      if (count > 0 && unit.times(count).equals(time)) {
        return unit.words(count);
      }
    }
    return time.toSeconds() + " seconds";
  }

  private String words(long count) {
    String word = name().toLowerCase(Locale.ROOT);
    String article = this == HOUR ? "an " : "a ";
    return count == 1 ? article + word : count + " " + word + "s";
  }
}
