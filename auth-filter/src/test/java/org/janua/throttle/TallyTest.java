package org.janua.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import org.janua.config.Limit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The arithmetic of the windows, without a database. */
class TallyTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Limit TWO_A_MINUTE = Limit.of(2, MINUTE);
  private static final Limit LOCK = new Limit(3, Duration.ofMinutes(15), Duration.ofMinutes(20));

  @Test
  void a_window_opens_with_the_first_failure_and_blocks_to_its_last_instant() {
    Tally used = failed(failed(Tally.nothing(List.of(TWO_A_MINUTE)), NOW), NOW.plusSeconds(59));
    Instant end = NOW.plus(MINUTE);

    assertThat(used.at(end.minusMillis(1)).block().orElseThrow().until()).isEqualTo(end);
    assertThat(used.at(end).block()).isEmpty();
    assertThat(used.at(end).isIdle()).isTrue();
  }

  @Test
  void of_several_limits_used_up_the_one_that_ends_last_is_named() {
    Limit oneASecond = Limit.of(1, Duration.ofSeconds(1));
    Limit oneAnHour = Limit.of(1, Duration.ofHours(1));
    Tally used = failed(Tally.nothing(List.of(oneASecond, TWO_A_MINUTE, oneAnHour)), NOW);

    assertThat(used.at(NOW).block().orElseThrow().limit()).isEqualTo(oneAnHour);
  }

  @Test
  void the_wait_is_whole_seconds_rounded_up_and_at_least_one() {
    Block block = new Block(TWO_A_MINUTE, NOW);

    assertThat(block.pause(NOW.minusMillis(1)).seconds()).isEqualTo(1);
    assertThat(block.pause(NOW.minusMillis(1_000)).seconds()).isEqualTo(1);
    assertThat(block.pause(NOW.minusMillis(1_001)).seconds()).isEqualTo(2);
    assertThat(block.pause(NOW.plusSeconds(9)).seconds()).isEqualTo(1);
    assertThat(block.pause(NOW).reason()).contains("2 failed sign-ins in a minute");
  }

  @Test
  void what_is_pending_takes_a_place_and_blocks_only_when_it_fails() {
    Tally one = Tally.nothing(List.of(TWO_A_MINUTE)).reserve(NOW);
    Tally two = one.reserve(NOW);

    assertThat(one.isFull()).isFalse();
    assertThat(two.isFull()).isTrue();
    assertThat(two.block()).isEmpty();
    assertThat(two.released(two.starts()).isFull()).isFalse();
    assertThat(two.failed(two.starts(), NOW).block()).isEmpty();
    assertThat(two.failed(two.starts(), NOW).failed(two.starts(), NOW).block()).isPresent();
  }

  @Test
  void a_place_of_a_window_that_is_over_is_not_given_back_to_the_next_one() {
    Tally old = Tally.nothing(List.of(TWO_A_MINUTE)).reserve(NOW);
    Instant later = NOW.plus(MINUTE);
    Tally next = failed(old.at(later), later);

    assertThat(next.released(old.starts())).isEqualTo(next);
    assertThat(next.failed(old.starts(), later)).isEqualTo(next);
  }

  @Test
  @Tag("RL-02")
  @Tag("RL-03")
  void an_attempt_finds_its_window_again_after_somebody_with_a_slower_clock_looked_at_it() {
    Tally first = Tally.nothing(List.of(TWO_A_MINUTE, LOCK)).reserve(NOW);
    Instant earlier = NOW.minusMillis(3);
    Tally both = first.at(earlier).reserve(earlier);

    Tally right = both.at(NOW).released(first.starts());
    Tally wrong = both.at(NOW).failed(first.starts(), NOW).failed(both.starts(), NOW);

    assertThat(right.released(both.starts()).isIdle()).isTrue();
    assertThat(wrong.block().orElseThrow().limit()).isEqualTo(TWO_A_MINUTE);
  }

  @Test
  @Tag("FA-05")
  void what_is_pending_for_longer_than_any_attempt_takes_is_a_failure() {
    Tally cut = Tally.nothing(List.of(LOCK)).reserve(NOW).reserve(NOW).reserve(NOW);
    Instant lapse = NOW.plus(Window.LEASE);

    assertThat(cut.at(lapse.minusMillis(1)).block()).isEmpty();
    assertThat(cut.at(lapse).block().orElseThrow().until()).isEqualTo(lapse.plus(LOCK.block()));
    assertThat(cut.at(lapse.plusSeconds(9)).block()).isEqualTo(cut.at(lapse).block());
    assertThat(cut.expiry(NOW)).isAfterOrEqualTo(lapse.plus(LOCK.block()));
  }

  @Test
  void a_lock_lasts_from_the_failure_that_caused_it() {
    Tally locked = Tally.nothing(List.of(LOCK));
    for (int i = 0; i < LOCK.count(); i++) {
      locked = failed(locked, NOW.plusSeconds(i));
    }
    Instant end = NOW.plusSeconds(2).plus(LOCK.block());

    assertThat(locked.at(end.minusMillis(1)).block().orElseThrow().until()).isEqualTo(end);
    assertThat(locked.at(end).isIdle()).isTrue();
  }

  @Test
  void forgiving_forgets_failures_and_keeps_what_is_pending() {
    Tally tally = failed(Tally.nothing(List.of(TWO_A_MINUTE)), NOW).reserve(NOW);

    assertThat(tally.isFull()).isTrue();
    assertThat(tally.forgiven().isFull()).isFalse();
    assertThat(tally.forgiven().isIdle()).isFalse();
    assertThat(tally.forgiven().reserve(NOW).isFull()).isTrue();
  }

  @Test
  @Tag("FA-07")
  void a_clock_that_is_set_back_blocks_nobody_for_longer_than_the_limit_says() {
    Tally locked = Tally.nothing(List.of(LOCK));
    for (int i = 0; i < LOCK.count(); i++) {
      locked = failed(locked, NOW);
    }
    Instant tenYearsAgo = NOW.minus(Duration.ofDays(3_650));
    Tally seen = locked.at(tenYearsAgo);

    assertThat(seen.block().orElseThrow().until()).isEqualTo(tenYearsAgo.plus(LOCK.block()));
    assertThat(seen.at(tenYearsAgo.plus(LOCK.block())).isIdle()).isTrue();
    Tally pending = Tally.nothing(List.of(LOCK)).reserve(NOW).at(tenYearsAgo);
    assertThat(pending.windows().get(0).lease()).isEqualTo(tenYearsAgo.plus(Window.LEASE));
  }

  @Test
  void a_limit_that_is_new_in_the_configuration_starts_with_nothing() {
    String stored = failed(Tally.nothing(List.of(TWO_A_MINUTE, LOCK)), NOW).text();
    Limit stricter = Limit.of(1, MINUTE);
    Limit other = Limit.of(1, Duration.ofHours(2));

    Tally read = Tally.parse(stored, List.of(stricter, other));

    assertThat(read.windows().get(0).isExceeded()).isTrue();
    assertThat(read.windows().get(1).isIdle()).isTrue();
  }

  @Property
  void a_tally_is_stored_and_read_without_loss(@ForAll("steps") @Size(max = 60) List<Step> steps) {
    List<Limit> limits = List.of(TWO_A_MINUTE, LOCK);
    Tally tally = Tally.nothing(limits);
    Instant now = NOW;
    for (Step step : steps) {
      now = now.plusMillis(step.millis());
      tally = tally.at(now);
      tally = step.kind() == 0 ? tally.reserve(now) : tally.failed(tally.starts(), now);
      Tally again = Tally.parse(tally.text(), limits);
      assertThat(again.text()).isEqualTo(tally.text());
      assertThat(again.text()).hasSizeLessThan(1_000);
      assertThat(again.block()).isEqualTo(tally.block());
      assertThat(again.isFull()).isEqualTo(tally.isFull());
    }
  }

  /** Compared with the plainest way to count: every attempt is remembered with its fate. */
  @Property(tries = 2_000)
  void it_decides_as_a_full_record_of_all_attempts_would(
      @ForAll("steps") @Size(max = 80) List<Step> steps, @ForAll boolean locks) {
    Limit limit = locks ? LOCK : TWO_A_MINUTE;
    Tally tally = Tally.nothing(List.of(limit));
    Record record = new Record(limit);
    Instant now = NOW;
    for (Step step : steps) {
      now = now.plusMillis(step.millis());
      tally = tally.at(now);
      record.at(now);
      assertThat(tally.block().isPresent()).isEqualTo(record.isBlocked());
      assertThat(tally.isFull()).isEqualTo(record.isFull());
      if (step.kind() == 0 && !tally.isFull()) {
        tally = tally.reserve(now);
        record.begin(now, tally.starts());
      } else if (step.kind() != 0 && record.isAnybodyUnderWay()) {
        List<Instant> starts = record.end(step.which(), step.kind() == 1, now);
        tally = step.kind() == 1 ? tally.failed(starts, now) : tally.released(starts);
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(0, 2_000)),
                Tuple.of(3, Arbitraries.longs().between(0, 70_000)),
                Tuple.of(1, Arbitraries.longs().between(0, 1_500_000))),
            Arbitraries.of(0, 0, 1, 1, 2),
            Arbitraries.integers().between(0, 100))
        .as(Step::new)
        .list();
  }

  /** So many milliseconds later an attempt begins (0), fails (1) or turns out well (2). */
  record Step(long millis, int kind, int which) {}

  private static Tally failed(Tally tally, Instant at) {
    Tally reserved = tally.at(at).reserve(at);
    return reserved.failed(reserved.starts(), at);
  }
}
