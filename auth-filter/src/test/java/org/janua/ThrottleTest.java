package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.account.Outcome;
import org.janua.account.PasswordChange;
import org.janua.account.Refusal;
import org.janua.provider.credentials.Password;
import org.janua.session.Opened;
import org.janua.signin.SignInResult;
import org.janua.throttle.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of failed attempts by address and by account, on the real composition and database. */
class ThrottleTest {

  private static final int LIMIT = 5;
  private static final int LOCK = 3;
  private static final String WRONG = "not the password";

  private Stage stage;
  private int visitors;

  @BeforeEach
  void open() {
    stage = new Stage(Stage.limits(LIMIT + "/minute", LOCK));
    stage.addUser("alice", "viewer");
    stage.addUser("root", "admin");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  @Tag("RL-01")
  void after_so_many_failures_even_the_right_password_is_not_looked_at() {
    fill();
    long before = stage.janua.hashing().count();

    Pause pause = pause(stage.attempt("root", Stage.PASSWORD)).orElseThrow();

    assertThat(pause.seconds()).isEqualTo(60);
    assertThat(pause.reason()).contains(LIMIT + " failed sign-ins in a minute");
    assertThat(stage.janua.hashing().count()).isEqualTo(before);
    assertThat(stage.attempt("root", Stage.PASSWORD, stranger())).isInstanceOf(signedIn());
  }

  @Test
  void the_window_ends_to_the_millisecond_and_refused_attempts_do_not_prolong_it() {
    fill();
    stage.clock.goOn(Duration.ofMillis(59_999));
    assertThat(pause(stage.attempt("root", Stage.PASSWORD)).orElseThrow().seconds()).isEqualTo(1);

    stage.clock.goOn(Duration.ofMillis(1));

    assertThat(stage.attempt("root", Stage.PASSWORD)).isInstanceOf(signedIn());
  }

  @Test
  @Tag("RL-06")
  void many_names_from_one_address_are_one_count() {
    for (int i = 0; i < LIMIT; i++) {
      assertThat(stage.attempt("name" + i, WRONG)).isInstanceOf(refused());
    }
    assertThat(stage.attempt("another", WRONG)).isInstanceOf(limited());
  }

  @Test
  void a_success_is_not_counted_and_does_not_wash_an_address_clean() {
    for (int i = 0; i < LIMIT - 1; i++) {
      assertThat(stage.attempt("nobody" + i, WRONG)).isInstanceOf(refused());
      assertThat(stage.attempt("root", Stage.PASSWORD)).isInstanceOf(signedIn());
    }
    assertThat(stage.attempt("nobody", WRONG)).isInstanceOf(refused());
    assertThat(stage.attempt("root", Stage.PASSWORD)).isInstanceOf(limited());
  }

  @Test
  @Tag("EN-05")
  void names_that_exist_and_names_that_do_not_are_limited_and_locked_at_the_same_count() {
    for (String name : List.of("alice", "invented")) {
      Client one = stranger();
      for (int i = 0; i < LIMIT; i++) {
        long before = stage.janua.hashing().count();
        assertThat(stage.attempt(name, WRONG, one)).isInstanceOf(refused());
        assertThat(stage.janua.hashing().count() - before).isEqualTo(1);
      }
      assertThat(stage.attempt(name, WRONG, one)).isInstanceOf(limited());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8::1, 2001:db8::2",
    "2001:db8:0:0:ffff::1, 2001:db8::",
    "192.0.2.1, ::ffff:192.0.2.1",
    "::ffff:c000:201, 192.0.2.1",
    "somewhere, somewhere",
  })
  @Tag("RL-08")
  void these_addresses_are_one(String one, String other) {
    fill(new Client(one, ""));

    assertThat(stage.attempt("root", Stage.PASSWORD, new Client(other, "")))
        .isInstanceOf(limited());
  }

  @ParameterizedTest
  @CsvSource({"2001:db8::1, 2001:db8:0:1::1", "192.0.2.1, 192.0.2.2", "somewhere, elsewhere"})
  @Tag("RL-13")
  void these_addresses_are_two(String one, String other) {
    fill(new Client(one, ""));

    assertThat(stage.attempt("root", Stage.PASSWORD, new Client(other, "")))
        .isInstanceOf(signedIn());
  }

  @Test
  @Tag("RL-13")
  void an_address_that_looks_like_a_name_is_not_counted_with_the_account() {
    fill(new Client("root", ""));

    assertThat(stage.attempt("root", Stage.PASSWORD)).isInstanceOf(signedIn());
  }

  @Test
  @Tag("RL-05")
  @Tag("EN-01")
  void a_locked_account_refuses_everybody_like_a_wrong_password_at_the_same_cost() {
    Opened live = stage.signIn("alice");
    lock("alice");
    long before = stage.janua.hashing().count();

    assertThat(stage.attempt("alice", Stage.PASSWORD, stranger())).isInstanceOf(refused());
    assertThat(stage.attempt("alice", WRONG, stranger())).isInstanceOf(refused());

    assertThat(stage.janua.hashing().count() - before).isEqualTo(2);
    assertThat(stage.withCookie(live).caller()).as("a live session goes on").isPresent();
    assertThat(stage.attempt("root", Stage.PASSWORD)).isInstanceOf(signedIn());
  }

  @Test
  void attempts_on_a_locked_account_count_for_the_address() {
    lock("alice");
    for (int i = 0; i < LIMIT; i++) {
      assertThat(stage.attempt("alice", Stage.PASSWORD)).isInstanceOf(refused());
    }
    assertThat(stage.attempt("root", Stage.PASSWORD)).isInstanceOf(limited());
  }

  @Test
  void a_lock_ends_by_itself_whatever_is_tried_meanwhile() {
    lock("alice");
    for (int minute = 0; minute < 14; minute++) {
      assertThat(stage.attempt("alice", WRONG, stranger())).isInstanceOf(refused());
      stage.clock.goOn(Duration.ofMinutes(1));
    }
    stage.clock.goOn(Duration.ofMillis(59_999));
    assertThat(stage.attempt("alice", Stage.PASSWORD, stranger())).isInstanceOf(refused());

    stage.clock.goOn(Duration.ofMillis(1));

    assertThat(stage.attempt("alice", Stage.PASSWORD, stranger())).isInstanceOf(signedIn());
  }

  @Test
  void a_success_resets_the_count_of_the_account() {
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < LOCK - 1; i++) {
        assertThat(stage.attempt("alice", WRONG, stranger())).isInstanceOf(refused());
      }
      assertThat(stage.attempt("alice", Stage.PASSWORD, stranger())).isInstanceOf(signedIn());
    }
  }

  @Test
  @Tag("RL-04")
  void case_and_unicode_variants_of_a_name_are_one_account() {
    stage.addUser("josé", "viewer");
    for (String variant : List.of("JOSÉ", "jose\u0301", "Jos\u00e9")) {
      assertThat(stage.attempt(variant, WRONG, stranger())).isInstanceOf(refused());
    }
    assertThat(stage.attempt("josé", Stage.PASSWORD, stranger())).isInstanceOf(refused());
  }

  @Test
  void an_administrator_ends_a_lock() {
    lock("alice");

    assertThat(isUnlocked("nobody")).isFalse();
    assertThat(isUnlocked("a b")).isFalse();
    assertThat(isUnlocked("alice".toUpperCase(Locale.ROOT))).isTrue();

    assertThat(stage.attempt("alice", Stage.PASSWORD, stranger())).isInstanceOf(signedIn());
  }

  @Test
  @Tag("RL-12")
  void another_node_and_a_restarted_one_know_what_was_counted() {
    fill();
    lock("alice");
    try (Stage other = stage.secondNode()) {
      assertThat(other.attempt("root", Stage.PASSWORD)).isInstanceOf(limited());
      assertThat(other.attempt("alice", Stage.PASSWORD, stranger())).isInstanceOf(refused());
    }
  }

  @Test
  @Tag("RL-07")
  void refused_attempts_cost_no_statement() {
    fill();
    stage.attempt("root", WRONG);
    long before = stage.meter.statements();

    for (int i = 0; i < 100; i++) {
      assertThat(stage.attempt("root", WRONG)).isInstanceOf(limited());
    }

    assertThat(stage.meter.statements()).isEqualTo(before);
  }

  @Test
  @Tag("RL-09")
  void a_wrong_old_password_counts_for_the_address_and_the_account() {
    Opened session = stage.signIn("alice");
    for (int i = 0; i < LOCK; i++) {
      assertThat(kind(change(session, WRONG))).contains(Refusal.Kind.FORBIDDEN);
    }
    long before = stage.janua.hashing().count();
    assertThat(kind(change(session, Stage.PASSWORD))).as("locked").contains(Refusal.Kind.FORBIDDEN);
    assertThat(stage.janua.hashing().count() - before).isEqualTo(1);
    assertThat(stage.attempt("alice", Stage.PASSWORD, stranger())).isInstanceOf(refused());

    assertThat(kind(change(session, WRONG))).contains(Refusal.Kind.FORBIDDEN);

    assertThat(kind(change(session, Stage.PASSWORD))).contains(Refusal.Kind.LIMITED);
    assertThat(stage.attempt("root", Stage.PASSWORD)).isInstanceOf(limited());
  }

  @Test
  void a_changed_password_gives_the_places_back_and_resets_the_account() {
    Opened session = stage.signIn("alice");
    for (int i = 0; i < LOCK - 1; i++) {
      change(session, WRONG);
    }
    assertThat(kind(change(session, Stage.PASSWORD))).isEmpty();

    assertThat(stage.attempt("alice", WRONG)).isInstanceOf(refused());
    assertThat(stage.attempt("alice", WRONG)).isInstanceOf(refused());
    assertThat(stage.attempt("alice", "another long password")).isInstanceOf(signedIn());
  }

  @Test
  void a_right_old_password_with_a_bad_new_one_counts_nowhere() {
    Opened session = stage.signIn("alice");
    for (int i = 0; i < 2 * LIMIT; i++) {
      PasswordChange.Request tooShort =
          new PasswordChange.Request(
              "alice", Password.of("short"), Optional.of(Password.of(Stage.PASSWORD)), true);
      assertThat(kind(apply(session, tooShort))).contains(Refusal.Kind.INVALID);
    }
  }

  private void fill() {
    fill(Stage.CLIENT);
  }

  private void fill(Client client) {
    for (int i = 0; i < LIMIT; i++) {
      assertThat(stage.attempt("somebody" + i, WRONG, client)).isInstanceOf(refused());
    }
  }

  private void lock(String name) {
    for (int i = 0; i < LOCK; i++) {
      assertThat(stage.attempt(name, WRONG, stranger())).isInstanceOf(refused());
    }
  }

  /** A client with an address that nobody had before. */
  private Client stranger() {
    visitors++;
    return new Client("198.51.100." + visitors, "");
  }

  private Outcome<Optional<Opened>> change(Opened session, String old) {
    return apply(
        session,
        new PasswordChange.Request(
            "alice", Password.of("another long password"), Optional.of(Password.of(old)), true));
  }

  private Outcome<Optional<Opened>> apply(Opened session, PasswordChange.Request request) {
    return stage
        .janua
        .passwordChange()
        .apply(stage.withCookie(session).caller().orElseThrow(), request, Stage.CLIENT);
  }

  private static Optional<Refusal.Kind> kind(Outcome<?> outcome) {
    return outcome.fold(done -> Optional.empty(), refusal -> Optional.of(refusal.kind()));
  }

  private static Optional<Pause> pause(SignInResult result) {
    return result.fold(opened -> Optional.empty(), Optional::empty, Optional::of, Optional::empty);
  }

  private static Class<SignInResult.SignedIn> signedIn() {
    return SignInResult.SignedIn.class;
  }

  private static Class<SignInResult.Refused> refused() {
    return SignInResult.Refused.class;
  }

  private static Class<SignInResult.Limited> limited() {
    return SignInResult.Limited.class;
  }

  private boolean isUnlocked(String name) {
    return stage
        .janua
        .accounts()
        .unlock(Actor.SYSTEM, name)
        .fold(unlocked -> true, refusal -> false);
  }
}
