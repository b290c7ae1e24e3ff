package org.janua.config;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Reads the four times of a session, and how many there may be, and checks that the times agree. A
 * default bows to what is set: a short {@code session_length} alone does not contradict the default
 * {@code refresh_time}.
 */
final class SessionRules {
  private final Reading.Given<Duration> length;
  private final Reading.Given<Duration> refresh;
  private final Reading.Given<Duration> remember;
  private final Reading.Given<Duration> max;
  private final int perUser;
  private final Faults faults;

  SessionRules(Reading reading, Faults faults) {
    this.length = reading.read(Keys.SESSION_LENGTH);
    this.refresh = reading.read(Keys.REFRESH_TIME);
    this.remember = reading.read(Keys.REMEMBER_LENGTH);
    this.max = reading.read(Keys.MAX_SESSION_LENGTH);
    this.perUser = reading.value(Keys.SESSIONS_PER_USER);
    this.faults = faults;
  }

  SessionLimits limits() {
    Duration most = max.value();
    Duration chosen = length.or(shorter(length.value(), most));
    SessionLimits limits =
        new SessionLimits(
            chosen,
            refresh.or(shorter(refresh.value(), half(chosen))),
            remember.or(shorter(longer(remember.value(), chosen), most)),
            most,
            perUser);
    if (Stream.of(length, refresh, remember, max).noneMatch(Reading.Given::isWrong)) {
      check(limits);
    }
    return limits;
  }

  private void check(SessionLimits limits) {
    if (limits.max().compareTo(limits.length()) < 0) {
      contradiction(
          Keys.MAX_SESSION_LENGTH,
          limits.max(),
          "shorter than",
          Keys.SESSION_LENGTH,
          limits.length(),
          limits.length());
    }
    if (limits.remember().compareTo(limits.max()) > 0) {
      contradiction(
          Keys.REMEMBER_LENGTH,
          limits.remember(),
          "longer than",
          Keys.MAX_SESSION_LENGTH,
          limits.max(),
          limits.max());
    }
    if (!limits.length().isZero() && limits.refresh().compareTo(limits.length()) >= 0) {
      contradiction(
          Keys.REFRESH_TIME,
          limits.refresh(),
          "not shorter than",
          Keys.SESSION_LENGTH,
          limits.length(),
          half(limits.length()));
    }
    if (limits.remember().compareTo(limits.length()) < 0) {
      faults.warn(Keys.REMEMBER_LENGTH.name() + " is shorter than " + Keys.SESSION_LENGTH.name());
    }
  }

  private void contradiction(
      Key<?> key, Duration value, String how, Key<?> other, Duration limit, Duration example) {
    faults.note(
        key.name(),
        value.toSeconds() + " is " + how + " " + other.name() + ", which is " + limit.toSeconds(),
        Long.toString(example.toSeconds()));
  }

  private static Duration half(Duration time) {
    return Duration.ofSeconds(time.toSeconds() / 2);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
