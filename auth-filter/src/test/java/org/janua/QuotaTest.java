package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.janua.config.Limit;
import org.janua.throttle.Quota;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may be done only so often. */
class QuotaTest {

  private static final List<Limit> LIMITS =
      List.of(Limit.of(2, Duration.ofHours(1)), Limit.of(3, Duration.ofDays(1)));

  @Test
  void it_is_used_up_for_one_and_there_again_when_its_time_is_over() {
    try (Stage stage = new Stage()) {
      Quota quota = new Quota("mail", LIMITS, stage.clock);
      assertThat(takes(stage, quota, "a", 3)).isEqualTo(2);
      assertThat(takes(stage, quota, "b", 1)).isEqualTo(1);

      stage.clock.goOn(Duration.ofMinutes(59));
      assertThat(takes(stage, quota, "a", 1)).isZero();
      stage.clock.goOn(Duration.ofMinutes(1));
      assertThat(takes(stage, quota, "a", 2)).isEqualTo(1); // the third of the day
      stage.clock.goOn(Duration.ofDays(1));
      assertThat(takes(stage, quota, "a", 1)).isEqualTo(1);
    }
  }

  @Test
  void kinds_are_counted_apart_and_nodes_together() {
    try (Stage stage = new Stage();
        Stage other = stage.secondNode()) {
      Quota quota = new Quota("mail", LIMITS, stage.clock);
      assertThat(takes(stage, quota, "a", 1)).isEqualTo(1);
      assertThat(takes(other, new Quota("mail", LIMITS, other.clock), "a", 2)).isEqualTo(1);
      assertThat(takes(stage, new Quota("other", LIMITS, stage.clock), "a", 1)).isEqualTo(1);
    }
  }

  @Test
  @Tag("RL-08")
  void an_address_takes_for_its_whole_network() {
    try (Stage stage = new Stage()) {
      Quota quota = new Quota("mail", LIMITS, stage.clock);
      for (String address : List.of("2001:db8::1", "2001:db8::2")) {
        assertThat(takesFor(stage, quota, address)).isTrue();
      }
      assertThat(takesFor(stage, quota, "2001:db8::3")).isFalse();
      assertThat(takesFor(stage, quota, "2001:db8:0:1::3")).isTrue();
    }
  }

  @Test
  void twenty_at_once_get_no_more_than_there_is() throws Exception {
    try (Stage stage = new Stage()) {
      Quota quota = new Quota("mail", LIMITS, stage.clock);
      takes(stage, quota, "a", 1); // its row is there: those who are first may else retry in vain

      List<Integer> taken = Crowd.together(20, i -> () -> takes(stage, quota, "a", 1));
      assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }
  }

  private static int takes(Stage stage, Quota quota, String name, int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += stage.database.<Boolean>write(tx -> quota.takeNamed(tx, name)) ? 1 : 0;
    }
    return taken;
  }

  private static boolean takesFor(Stage stage, Quota quota, String address) {
    return stage.database.<Boolean>write(tx -> quota.takeFor(tx, address));
  }
}
