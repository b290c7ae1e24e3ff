package org.janua.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.janua.api.event.Action;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That a flood of failures becomes a number. */
@Tag("AU-05")
class FoldingTest {

  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");

  private final Folding folding = new Folding();

  @Test
  void a_million_failures_of_one_address_are_sixty_entries_and_a_number() {
    assertThat(admitted(1_000_000, i -> "192.0.2.7")).isEqualTo(Minute.OF_ONE);

    assertThat(folding.over(NOW.plusSeconds(59))).isEmpty();
    List<Folding.Folded> folded = folding.over(NOW.plusSeconds(60));
    assertThat(folded)
        .containsExactly(
            new Folding.Folded(Action.SIGN_IN_FAILED, "192.0.2.7", NOW, 1_000_000 - Minute.OF_ONE));
    assertThat(folding.over(NOW.plusSeconds(61))).isEmpty();
  }

  @Test
  void a_million_failures_of_as_many_addresses_are_six_hundred_entries_and_a_number() {
    assertThat(admitted(1_000_000, i -> "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255)))
        .isEqualTo(Minute.OF_ALL);

    assertThat(folding.over(NOW.plus(Duration.ofMinutes(1))))
        .containsExactly(
            new Folding.Folded(Action.SIGN_IN_FAILED, "", NOW, 1_000_000 - Minute.OF_ALL));
  }

  @Test
  void addresses_of_one_network_of_version_6_are_one() {
    assertThat(admitted(1_000, i -> "2001:db8::" + Integer.toHexString(i + 1)))
        .isEqualTo(Minute.OF_ONE);
  }

  @Test
  void the_next_minute_tells_again_and_so_does_a_clock_that_is_set_back() {
    admitted(Minute.OF_ONE, i -> "192.0.2.7");
    assertThat(folding.admits(Action.SIGN_IN_FAILED, "192.0.2.7", NOW.plusSeconds(59))).isFalse();
    assertThat(folding.admits(Action.SIGN_IN_FAILED, "192.0.2.7", NOW.plusSeconds(60))).isTrue();
    assertThat(folding.admits(Action.SIGN_IN_FAILED, "192.0.2.7", NOW.minusSeconds(1))).isTrue();
  }

  private long admitted(int count, IntFunction<String> address) {
    return IntStream.range(0, count)
        .filter(i -> folding.admits(Action.SIGN_IN_FAILED, address.apply(i), NOW))
        .count();
  }
}
