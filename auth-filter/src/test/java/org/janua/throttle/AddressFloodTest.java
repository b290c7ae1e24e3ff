package org.janua.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.janua.config.Limit;
import org.janua.config.Throttling;
import org.janua.jpa.Database;
import org.janua.jpa.DatabaseSource;
import org.janua.jpa.StatementMeter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept in memory, when a proxy lies or an attacker has every address there is. */
class AddressFloodTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Throttling LIMITS =
      new Throttling(List.of(Limit.of(1, Duration.ofHours(1))), List.of());

  private final StatementMeter meter = new StatementMeter();
  private final Database database =
      Database.open(DatabaseSource.jdbc("jdbc:h2:mem:" + UUID.randomUUID()), meter);
  private final Throttle throttle = new Throttle(database, LIMITS, () -> NOW, 2);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  @Tag("RL-07")
  void twice_as_many_blocked_addresses_as_memory_holds_push_nobody_out() {
    block("192.0.2.1");

    for (int i = 0; i < 2 * Throttle.BLOCKED; i++) {
      block("10." + (i >> 16) + "." + (i >> 8 & 0xff) + "." + (i & 0xff));
    }

    assertThat(throttle.remembered()).isLessThanOrEqualTo(Throttle.BLOCKED);
    assertThat(throttle.admit("192.0.2.1", Optional.empty())).isInstanceOf(limited());
    assertThat(throttle.admit("10.0.0.0", Optional.empty())).isInstanceOf(limited());
  }

  @Test
  void a_place_is_free_again_whatever_became_of_the_attempt() {
    for (int i = 0; i < 1_000; i++) {
      ticket("10.0.0." + i).close(); // as when something is thrown
    }
    assertThat(throttle.admit("192.0.2.1", Optional.empty())).isInstanceOf(granted());
  }

  @Test
  @Tag("RL-10")
  void more_attempts_than_there_are_places_are_told_at_once_that_it_is_busy() {
    for (int i = 0; i < 24; i++) {
      ticket("10.0.0." + i);
    }
    long before = meter.statements();

    assertThat(throttle.admit("192.0.2.1", Optional.empty())).isInstanceOf(Admission.Busy.class);

    assertThat(meter.statements()).isEqualTo(before);
  }

  @Test
  void what_is_withdrawn_counts_nowhere() {
    try (Ticket ticket = ticket("192.0.2.1")) {
      ticket.withdrawn();
    }
    assertThat(throttle.admit("192.0.2.1", Optional.empty())).isInstanceOf(granted());
  }

  @Test
  @Tag("RL-03")
  void a_place_given_back_leaves_a_row_to_wait_for_until_the_sweep() {
    try (Ticket ticket = ticket("192.0.2.1")) {
      assertThat(database.<Boolean>write(ticket::succeeded)).isTrue();
    }
    String id = Bucket.ofAddress("192.0.2.1", LIMITS.address()).id();
    assertThat(stored(id)).contains("");

    throttle.sweep();
    assertThat(stored(id)).contains("");
    database.write(tx -> tx.throttles().sweep(NOW.plus(Window.LEASE), 10));
    assertThat(stored(id)).isEmpty();
  }

  private Optional<String> stored(String id) {
    return database.write(tx -> tx.throttles().locked(id));
  }

  private void block(String address) {
    try (Ticket ticket = ticket(address)) {
      ticket.failed();
    }
    assertThat(throttle.admit(address, Optional.empty())).isInstanceOf(limited());
  }

  private Ticket ticket(String address) {
    return throttle
        .admit(address, Optional.empty())
        .fold(
            ticket -> ticket,
            pause -> {
              throw new AssertionError(pause);
            },
            () -> {
              throw new AssertionError("busy");
            });
  }

  private static Class<Admission.Granted> granted() {
    return Admission.Granted.class;
  }

  private static Class<Admission.Limited> limited() {
    return Admission.Limited.class;
  }
}
