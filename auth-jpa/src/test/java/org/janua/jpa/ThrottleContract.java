package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the counted attempts promise, on every database and provider. */
abstract class ThrottleContract extends ApiKeyContract {
  @Test
  void a_tally_is_added_replaced_and_removed() {
    String id = "tally-" + Ids.next(() -> NOW);
    assertThat(tally(id)).isNull();

    write(tx -> tx.throttles().add(id, "one", NOW));
    assertThat(tally(id)).isEqualTo("one");
    database.<Void>write(
        tx -> {
          tx.throttles().locked(id);
          tx.throttles().replace(id, "two\nlines", NOW.plusSeconds(1));
          assertThat(tx.throttles().locked(id)).contains("two\nlines");
          return null;
        });
    assertThat(tally(id)).isEqualTo("two\nlines");
    write(tx -> tx.throttles().remove(id));
    write(tx -> tx.throttles().remove(id));
    assertThat(tally(id)).isNull();
  }

  @Test
  void two_tallies_are_replaced_and_removed_in_one_unit() {
    String one = "tally-" + Ids.next(() -> NOW);
    String two = "tally-" + Ids.next(() -> NOW);
    write(tx -> tx.throttles().add(one, "1", NOW));
    write(tx -> tx.throttles().add(two, "1", NOW));

    database.<Void>write(
        tx -> {
          tx.throttles().locked(one);
          tx.throttles().locked(two);
          tx.throttles().remove(one);
          tx.throttles().replace(two, "2", NOW);
          return null;
        });

    assertThat(tally(one)).isNull();
    assertThat(tally(two)).isEqualTo("2");
  }

  @Test
  void the_sweep_takes_expired_tallies_a_batch_at_a_time() {
    for (String id : List.of("swept-1", "swept-2", "swept-3")) {
      write(tx -> tx.throttles().add(id, "over", NOW));
    }
    write(tx -> tx.throttles().add("kept", "counts", NOW.plusMillis(1)));

    assertThat(database.<Integer>write(tx -> tx.throttles().sweep(NOW, 2))).isEqualTo(2);
    assertThat(database.<Integer>write(tx -> tx.throttles().sweep(NOW, 2))).isEqualTo(1);
    assertThat(database.<Integer>write(tx -> tx.throttles().sweep(NOW, 2))).isZero();
    assertThat(tally("kept")).isEqualTo("counts");
  }

  private String tally(String id) {
    return database.<String>write(tx -> tx.throttles().locked(id).orElse(null));
  }
}
