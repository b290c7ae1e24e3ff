package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.janua.config.Passwords;
import org.janua.config.Passwords.Algorithm;
import org.janua.jpa.PasswordHash;
import org.janua.provider.credentials.Password;
import org.janua.signin.SignInResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users who were brought over with their hashes, and what becomes of those at a good sign-in. */
class RehashTest {

  private static final String BCRYPT =
      "$2b$10$cfcvVd2aQ8CMvoMpP2EBfe5AnWXft3ebWthkD5fSYAb3bPcXvjgvu";
  private static final String PBKDF2 =
      "pbkdf2_sha256$600000$00112233445566778899aabbccddeeff"
          + "$VAGj1bSio9xhJGi1u67gUGQoAvoUbp5nI7ZaD4CkwkA=";

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void every_algorithm_signs_in_and_leaves_its_own_hash_alone(Algorithm algorithm) {
    try (Stage stage = new Stage(with(algorithm))) {
      stage.addUser("alice", "viewer");
      String before = hash(stage);

      assertThat(stage.signIn("alice")).isNotNull();
      assertThat(stage.attempt("alice", "wrong password!"))
          .isInstanceOf(SignInResult.Refused.class);

      assertThat(hash(stage)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void an_imported_hash_becomes_the_configured_one_at_the_first_good_sign_in(Algorithm algorithm) {
    try (Stage stage = new Stage(with(algorithm))) {
      stage.addUser("alice", "viewer");
      String form = hash(stage).split("[0-9]")[0];
      stage.importUser("bob", algorithm == Algorithm.BCRYPT ? PBKDF2 : BCRYPT);
      long before = stage.janua.hashing().count();

      assertThat(stage.attempt("bob", "wrong password!")).isInstanceOf(SignInResult.Refused.class);
      assertThat(stage.janua.hashing().count() - before).isEqualTo(1);
      stage.signIn("bob");
      assertThat(stage.janua.hashing().count() - before).isEqualTo(3);
      stage.signIn("bob");
      assertThat(stage.janua.hashing().count() - before).isEqualTo(4);

      assertThat(stage.row("bob").password().reveal()).startsWith(form);
    }
  }

  @Test
  void a_stronger_hash_than_configured_is_left_alone() {
    try (Stage stage = new Stage()) {
      stage.importUser("alice", PBKDF2);

      stage.signIn("alice");

      assertThat(hash(stage)).isEqualTo(PBKDF2);
    }
  }

  @Test
  void more_rounds_than_before_are_made_good_at_the_next_sign_in() {
    try (Stage stage = new Stage()) {
      stage.addUser("alice", "viewer");
      Passwords stronger = new Passwords(12, false, Algorithm.PBKDF2_SHA256, 2_000, false);
      try (Stage other = stage.secondNode(stronger)) {
        other.signIn("alice");
      }
      assertThat(hash(stage)).startsWith("pbkdf2_sha256$2000$");
      assertThat(stage.signIn("alice")).isNotNull();
    }
  }

  @Test
  @Tag("PW-01")
  void an_imported_password_that_breaks_the_rules_for_new_ones_still_signs_in() {
    try (Stage stage = new Stage()) {
      stage.importUser("alice", "$2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.");

      assertThat(stage.attempt("alice", "a")).isInstanceOf(SignInResult.SignedIn.class);
      assertThat(hash(stage)).startsWith("pbkdf2_sha256$");
      assertThat(stage.attempt("alice", "a")).isInstanceOf(SignInResult.SignedIn.class);
    }
  }

  @Test
  void the_sessions_of_the_user_live_on() {
    try (Stage stage = new Stage()) {
      stage.importUser("alice", BCRYPT);

      assertThat(stage.withCookie(stage.signIn("alice")).caller()).isPresent();
      assertThat(stage.row("alice").passwordChangedAt()).isEqualTo(stage.row("alice").createdAt());
    }
  }

  @Test
  void right_sign_ins_at_the_same_moment_all_succeed() throws Exception {
    try (Stage stage = new Stage()) {
      stage.importUser("alice", BCRYPT);
      CountDownLatch together = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        List<Future<SignInResult>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          attempts.add(
              threads.submit(
                  () -> {
                    together.await();
                    return stage.attempt("alice", Stage.PASSWORD);
                  }));
        }
        together.countDown();
        for (Future<SignInResult> attempt : attempts) {
          assertThat(attempt.get()).isInstanceOf(SignInResult.SignedIn.class);
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  @Tag("PW-04")
  void a_user_with_an_unusable_hash_is_refused_at_the_cost_of_one_hash() {
    try (Stage stage = new Stage()) {
      stage.importUser("alice", "{noop}" + Stage.PASSWORD);
      long before = stage.janua.hashing().count();

      assertThat(stage.attempt("alice", Stage.PASSWORD)).isInstanceOf(SignInResult.Refused.class);

      assertThat(stage.janua.hashing().count() - before).isEqualTo(1);
    }
  }

  @Test
  @Tag("PW-09")
  void a_password_set_while_an_old_one_is_being_checked_stays() {
    try (Stage stage = new Stage()) {
      stage.addUser("alice", "viewer");
      var before = stage.row("alice");
      PasswordHash changed =
          stage.janua.hashing().hash(Password.of("another long password")).orElseThrow();
      stage.database.write(
          tx -> tx.users().setPassword(before.id(), changed, stage.clock.instant()));

      // what the sign-in that read the row before has left to do
      assertThat(
              stage.database.<Boolean>write(
                  tx -> tx.users().replacePassword(before.id(), before.password(), changed)))
          .isFalse();
      assertThat(stage.database.<Optional<?>>write(tx -> tx.users().lockedUnchanged(before)))
          .isEmpty();
      assertThat(stage.attempt("alice", "another long password"))
          .isInstanceOf(SignInResult.SignedIn.class);
    }
  }

  private static Passwords with(Algorithm algorithm) {
    return new Passwords(12, false, algorithm, 1_000, false);
  }

  private static String hash(Stage stage) {
    return stage.row("alice").password().reveal();
  }
}
