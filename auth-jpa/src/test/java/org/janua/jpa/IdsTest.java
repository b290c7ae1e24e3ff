package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IdsTest {
  /** The time of the example in RFC 9562 A.6. */
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(0x017F22E279B0L));

  @Test
  void the_layout_is_that_of_the_rfc() {
    String id = Ids.next(CLOCK);

    assertThat(id).matches("017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(UUID.fromString(id).version()).isEqualTo(7);
    assertThat(UUID.fromString(id).variant()).isEqualTo(2);
  }

  @Test
  void later_ids_sort_after_earlier_ones() {
    assertThat(Ids.next(CLOCK))
        .isLessThan(Ids.next(InstantSource.offset(CLOCK, Duration.ofMillis(1))));
  }

  @Test
  void ids_of_one_millisecond_differ_in_every_random_bit_sooner_or_later() {
    long[] changed = new long[2];
    UUID first = UUID.fromString(Ids.next(CLOCK));
    IntStream.range(0, 200)
        .mapToObj(i -> UUID.fromString(Ids.next(CLOCK)))
        .forEach(
            id -> {
              changed[0] |= id.getMostSignificantBits() ^ first.getMostSignificantBits();
              changed[1] |= id.getLeastSignificantBits() ^ first.getLeastSignificantBits();
            });

    assertThat(changed).containsExactly(0xFFFL, 0x3FFF_FFFF_FFFF_FFFFL);
  }
}
