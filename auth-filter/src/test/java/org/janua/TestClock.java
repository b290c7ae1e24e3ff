package org.janua;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A clock that stands until it is told to go on. */
public final class TestClock implements InstantSource, LongSupplier {

  private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public long getAsLong() {
    return TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli());
  }

  public void goOn(Duration time) {
    now = now.plus(time);
  }
}
