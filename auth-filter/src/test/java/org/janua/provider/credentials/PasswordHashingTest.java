package org.janua.provider.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.janua.jpa.PasswordHash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that came from elsewhere, broken ones, and the bulkhead. */
class PasswordHashingTest {

  private static final Password HORSE = Password.of("correct horse battery");

  private final PasswordHashing hashing = PasswordHashing.pbkdf2(1_000, 2);

  @Test
  void a_hash_made_elsewhere_verifies() {
    assertThat(
            verify(
                "correct horse battery",
                "pbkdf2_sha256$600000$00112233445566778899aabbccddeeff"
                    + "$VAGj1bSio9xhJGi1u67gUGQoAvoUbp5nI7ZaD4CkwkA="))
        .isTrue();
    assertThat(
            verify(
                "pässwörd-日本語-12",
                "pbkdf2_sha256$1000$00112233445566778899aabbccddeeff"
                    + "$JKcG7W8p4OX6avgLirmoc0eTsbtLZeZLgKXXiAzu69I="))
        .isTrue();
  }

  @Test
  void a_new_hash_has_the_known_form_and_its_own_salt() {
    PasswordHash one = hashing.hash(HORSE).orElseThrow();
    PasswordHash two = hashing.hash(HORSE).orElseThrow();

    assertThat(one.reveal()).matches("pbkdf2_sha256\\$1000\\$[0-9a-f]{32}\\$[A-Za-z0-9+/]{43}=");
    assertThat(one.reveal()).isNotEqualTo(two.reveal());
    assertThat(hashing.verify(HORSE, Optional.of(one))).contains(true);
    assertThat(hashing.verify(Password.of("correct horse batterz"), Optional.of(one)))
        .contains(false);
  }

  @ParameterizedTest
  @Tag("PW-04")
  @ValueSource(
      strings = {
        "",
        "null",
        "{noop}correct horse battery",
        "correct horse battery",
        "pbkdf2_sha256$1$00112233445566778899aabbccddeeff"
            + "$VAGj1bSio9xhJGi1u67gUGQoAvoUbp5nI7ZaD4CkwkA=",
        "pbkdf2_sha256$2147483647$00112233445566778899aabbccddeeff"
            + "$VAGj1bSio9xhJGi1u67gUGQoAvoUbp5nI7ZaD4CkwkA=",
        "pbkdf2_sha256$99999999999$aa$VAGj1bSio9xhJGi1u67gUGQoAvoUbp5nI7ZaD4CkwkA=",
        "pbkdf2_sha256$1000$$VAGj1bSio9xhJGi1u67gUGQoAvoUbp5nI7ZaD4CkwkA=",
        "pbkdf2_sha256$1000$aa$",
        "pbkdf2_sha256$1000$aa$!!!!",
        "pbkdf2_sha256$1000$aa$bb$cc",
        "$2y$31$abcdefghijklmnopqrstuu",
        "pbkdf2_sha1$1000$aa$VAGj1bSio9xhJGi1u67gUGQoAvoUbp5nI7ZaD4CkwkA="
      })
  void a_stored_hash_that_is_broken_never_verifies_and_costs_one_hash(String stored) {
    long before = hashing.count();

    assertThat(verify("correct horse battery", stored)).isFalse();
    assertThat(verify("", stored)).isFalse();

    assertThat(hashing.count() - before).isEqualTo(2);
  }

  @Test
  @Tag("PW-02")
  void a_password_beyond_every_length_costs_one_short_hash_and_never_verifies() {
    Password huge = Password.of("x".repeat(1_000_000));
    PasswordHash ofHuge = Pbkdf2.hash(huge, "aa", 1_000);
    long before = hashing.count();

    assertThat(hashing.verify(huge, Optional.of(ofHuge))).contains(false);

    assertThat(hashing.count() - before).isEqualTo(1);
  }

  @Test
  @Tag("RL-10")
  void a_password_that_is_slow_to_normalize_is_not_normalized() {
    String slow = "a" + "\u0301".repeat(20_000) + "\u0323".repeat(20_000);

    assertThat(Password.of(slow).reveal()).isEqualTo(slow);
  }

  @Test
  @Tag("PW-03")
  void nothing_is_cut_off() {
    Password plain = Password.of("a".repeat(100));
    PasswordHash hash = hashing.hash(plain).orElseThrow();

    assertThat(hashing.verify(Password.of("a".repeat(99) + "b"), Optional.of(hash)))
        .contains(false);
    PasswordHash short1 = hashing.hash(Password.of("a")).orElseThrow();
    assertThat(hashing.verify(Password.of("a\0b"), Optional.of(short1))).contains(false);
  }

  @Test
  @Tag("PW-06")
  void composed_and_decomposed_letters_are_the_same_but_full_width_ones_are_not() {
    PasswordHash hash = hashing.hash(Password.of("caf\u00e9 au lait")).orElseThrow();

    assertThat(hashing.verify(Password.of("cafe\u0301 au lait"), Optional.of(hash))).contains(true);
    PasswordHash latin = hashing.hash(Password.of("A")).orElseThrow();
    assertThat(hashing.verify(Password.of("\uff21"), Optional.of(latin))).contains(false);
  }

  @Test
  @Tag("EN-03")
  void a_hash_with_fewer_rounds_takes_as_long_as_one_with_all_of_them() {
    PasswordHashing configured = PasswordHashing.pbkdf2(400_000, 1);
    PasswordHash weak = hashing.hash(HORSE).orElseThrow();
    PasswordHash strong = configured.hash(HORSE).orElseThrow();

    // 400 times faster without the missing rounds; a quarter leaves room for a busy machine
    assertThat(fastest(configured, weak)).isGreaterThan(fastest(configured, strong) / 4);
  }

  private static long fastest(PasswordHashing hashing, PasswordHash stored) {
    return LongStream.range(0, 5)
        .map(
            run -> {
              long start = System.nanoTime();
              hashing.verify(HORSE, Optional.of(stored));
              return System.nanoTime() - start;
            })
        .min()
        .orElseThrow();
  }

  @Test
  void a_better_hash_is_made_only_of_one_that_is_worse() {
    PasswordHash stored = hashing.hash(HORSE).orElseThrow();
    long before = hashing.count();

    assertThat(hashing.improve(HORSE, stored)).isEmpty();
    assertThat(PasswordHashing.pbkdf2(1_001, 1).improve(HORSE, stored)).isPresent();
    assertThat(PasswordHashing.argon2id(1).improve(HORSE, stored)).isPresent();

    assertThat(hashing.count()).isEqualTo(before);
  }

  @Test
  void a_better_hash_waits_for_nobody() {
    PasswordHashing closed = PasswordHashing.pbkdf2(2_000, 0);

    assertThat(closed.improve(HORSE, hashing.hash(HORSE).orElseThrow())).isEmpty();
    assertThat(closed.count()).isZero();
  }

  @Test
  @Tag("RL-10")
  void a_flood_is_told_that_it_is_busy_and_everybody_else_gets_an_answer() throws Exception {
    PasswordHashing slow = PasswordHashing.pbkdf2(400_000, 1);
    int callers = 60;
    CountDownLatch together = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      var attempts =
          IntStream.range(0, callers)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            together.await();
                            return slow.verify(HORSE, Optional.empty());
                          }))
              .toList();
      together.countDown();
      long before = slow.count();
      int busy = 0;
      for (Future<Optional<Boolean>> attempt : attempts) {
        busy += attempt.get().isEmpty() ? 1 : 0;
      }
      assertThat(before).isLessThanOrEqualTo(1);
      assertThat(busy).isGreaterThan(callers / 2).isLessThan(callers);
      assertThat(slow.count()).isEqualTo(callers - busy);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Tag("RL-03")
  void twenty_people_at_the_same_moment_all_get_an_answer_at_full_cost() throws Exception {
    PasswordHashing full = PasswordHashing.pbkdf2(600_000, 2);
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      var attempts =
          IntStream.range(0, 20)
              .mapToObj(i -> threads.submit(() -> full.verify(HORSE, Optional.empty())))
              .toList();
      for (Future<Optional<Boolean>> attempt : attempts) {
        assertThat(attempt.get()).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @Tag("PW-04")
  void an_unusable_stored_hash_is_said_to_the_operator_once_and_not_shown() {
    List<String> warnings = new ArrayList<>();
    Logger log = Logger.getLogger(PasswordHashing.class.getName());
    log.setFilter(record -> !warnings.add(record.getMessage()));
    log.setLevel(Level.WARNING);
    try {
      verify("x", "{noop}secret");
      verify("x", "");
      hashing.verify(HORSE, Optional.empty());
    } finally {
      log.setFilter(null);
      log.setLevel(null);
    }
    assertThat(warnings).hasSize(1).allMatch(line -> !line.contains("secret"));
  }

  @Test
  void nothing_secret_is_printed() {
    assertThat(HORSE.toString()).doesNotContain("horse");
    assertThat(hashing.hash(HORSE).orElseThrow().toString()).doesNotContain("pbkdf2");
  }

  private boolean verify(String password, String stored) {
    return hashing
        .verify(Password.of(password), Optional.of(PasswordHash.of(stored)))
        .orElseThrow();
  }
}
