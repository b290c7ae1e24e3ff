package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.janua.access.Actor;
import org.janua.access.Contact;
import org.janua.access.Identity;
import org.janua.account.Profile;
import org.janua.audit.Subject;
import org.janua.config.SessionLimits;
import org.janua.memory.Recent;
import org.janua.request.AnyRequest;
import org.janua.request.Verdict;
import org.janua.session.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions from sign-in to their end, on the real composition and a real database. */
class SessionsTest {

  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage();
    stage.addUser("alice", "viewer");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_signed_in_request_in_the_steady_state_issues_no_sql() {
    Opened session = stage.signIn("alice");
    assertThat(name(stage.withCookie(session))).contains("alice");
    long before = stage.meter.statements();

    for (int i = 0; i < 100; i++) {
      assertThat(name(stage.withCookie(session))).contains("alice");
      assertThat(name(stage.withBearer(session))).contains("alice");
    }

    assertThat(stage.meter.statements()).isEqualTo(before);
  }

  @Test
  void how_a_person_is_addressed_is_known_without_sql_and_a_change_holds_at_once() {
    Opened session = stage.signIn("alice");
    Identity alice = caller(stage.withCookie(session));
    assertThat(alice.contact()).isEqualTo(Contact.NONE);

    Profile profile = new Profile("Alice Jörg", "alice@example.org", null);
    stage.janua.accounts().setProfile(Actor.SYSTEM, alice.accountId().orElseThrow(), profile);

    Contact known = new Contact(Optional.of("Alice Jörg"), Optional.of("alice@example.org"));
    assertThat(caller(stage.withCookie(session)).contact()).isEqualTo(known);
    long before = stage.meter.statements();
    assertThat(caller(stage.withCookie(session)).contact()).isEqualTo(known);
    assertThat(stage.meter.statements()).isEqualTo(before);
  }

  @Test
  void a_snapshot_is_read_again_when_it_is_five_seconds_old() {
    Opened session = stage.signIn("alice");
    stage.withCookie(session);
    long before = stage.meter.statements();

    stage.clock.goOn(Recent.FRESH.plusMillis(1));
    stage.withCookie(session);

    assertThat(stage.meter.statements()).isGreaterThan(before);
  }

  @Test
  @Tag("SE-02")
  void an_ended_session_is_dead_at_the_next_request_by_cookie_and_by_bearer() {
    Opened session = stage.signIn("alice");
    assertThat(name(stage.withCookie(session))).contains("alice");

    assertThat(end(session)).isTrue();

    assertThat(isRejected(stage.withCookie(session))).isTrue();
    assertThat(isRejected(stage.withBearer(session))).isTrue();
  }

  @Test
  @Tag("AZ-11")
  void an_ended_session_is_dead_on_another_node_within_five_seconds() {
    try (Stage other = stage.secondNode()) {
      Opened session = stage.signIn("alice");
      assertThat(name(other.withCookie(session))).contains("alice");

      end(session);
      stage.clock.goOn(Recent.FRESH.plusMillis(1));

      assertThat(isRejected(other.withCookie(session))).isTrue();
    }
  }

  @Test
  @Tag("JW-12")
  void another_role_holds_from_the_next_request() {
    stage.addUser("root", "admin");
    Opened session = stage.signIn("root");
    assertThat(caller(stage.withCookie(session)).roles()).contains("admin", "board-create");

    stage.janua.accounts().setRole(Actor.SYSTEM, "root", "viewer");

    assertThat(caller(stage.withCookie(session)).roles()).containsExactly("viewer");
    assertThat(caller(stage.withBearer(session)).roles()).containsExactly("viewer");
  }

  @Test
  @Tag("JW-11")
  void a_token_of_a_deleted_user_is_dead_even_when_the_name_is_given_again() {
    Opened session = stage.signIn("alice");
    assertThat(name(stage.withBearer(session))).contains("alice");

    stage.janua.accounts().remove(Actor.SYSTEM, "alice");
    assertThat(isRejected(stage.withBearer(session))).isTrue();
    stage.addUser("alice", "viewer");

    assertThat(isRejected(stage.withBearer(session))).isTrue();
  }

  @Test
  void a_cookie_is_refreshed_inside_the_refresh_time_and_a_bearer_never() {
    Opened session = stage.signIn("alice");
    stage.clock.goOn(Duration.ofDays(1).minusMinutes(29));

    assertThat(refreshed(stage.withBearer(session))).isEmpty();
    Opened fresh = refreshed(stage.withCookie(session)).orElseThrow();

    assertThat(fresh.expiresAt()).isEqualTo(stage.clock.instant().plus(Duration.ofDays(1)));
    assertThat(fresh.reveal()).isNotEqualTo(session.reveal());
    assertThat(refreshed(stage.withCookie(fresh))).isEmpty();
  }

  @Test
  void a_cookie_is_not_refreshed_before_the_refresh_time() {
    Opened session = stage.signIn("alice");
    stage.clock.goOn(Duration.ofDays(1).minusMinutes(31));

    assertThat(refreshed(stage.withCookie(session))).isEmpty();
  }

  @Test
  @Tag("SE-06")
  void a_refreshed_answer_that_was_lost_is_given_again_without_another_write() {
    Opened session = stage.signIn("alice");
    stage.clock.goOn(Duration.ofDays(1).minusMinutes(10));
    Opened lost = refreshed(stage.withCookie(session)).orElseThrow();
    long before = stage.meter.statements();

    Opened again = refreshed(stage.withCookie(session)).orElseThrow();

    assertThat(again.expiresAt()).isEqualTo(lost.expiresAt());
    assertThat(stage.meter.statements()).isEqualTo(before);
    assertThat(stage.janua.sessions().of(caller(stage.withCookie(again)).accountId().orElseThrow()))
        .hasSize(1);
  }

  @Test
  void a_refresh_reads_the_rights_anew() {
    Opened session = stage.signIn("alice");
    stage.clock.goOn(Duration.ofDays(1).minusMinutes(10));
    stage.janua.accounts().setRole(Actor.SYSTEM, "alice", "admin");

    Opened fresh = refreshed(stage.withCookie(session)).orElseThrow();

    assertThat(fresh.identity().roles()).contains("admin");
  }

  @Test
  @Tag("SE-05")
  void the_absolute_limit_holds_however_often_a_session_is_refreshed() {
    Opened session = stage.signIn("alice");
    for (int day = 0; day < 31; day++) {
      stage.clock.goOn(Duration.ofHours(23).plusMinutes(45));
      session = refreshed(stage.withCookie(session)).orElse(session);
    }

    assertThat(isRejected(stage.withCookie(session))).isTrue();
  }

  @Test
  void an_expired_session_is_dead_and_swept() {
    Opened session = stage.signIn("alice");
    String account = caller(stage.withCookie(session)).accountId().orElseThrow();
    stage.clock.goOn(Duration.ofDays(1));

    assertThat(isRejected(stage.withCookie(session))).isTrue();
    stage.janua.sessions().sweep();

    assertThat(stage.janua.sessions().of(account)).isEmpty();
  }

  @Test
  void remembering_takes_the_longer_length() {
    Opened session = stage.signIn("alice", true);

    assertThat(session.expiresAt()).isEqualTo(stage.clock.instant().plus(Duration.ofDays(7)));
    assertThat(session.isPersistent()).isTrue();
  }

  @Test
  void with_length_zero_a_token_lives_a_minute_and_is_never_refreshed() {
    SessionLimits zero =
        new SessionLimits(
            Duration.ZERO, Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(30), 5);
    try (Stage every = new Stage(zero)) {
      every.addUser("alice", "viewer");
      Opened session = every.signIn("alice");

      assertThat(session.expiresAt()).isEqualTo(every.clock.instant().plusSeconds(60));
      assertThat(session.isPersistent()).isFalse();
      every.clock.goOn(Duration.ofSeconds(59));
      assertThat(refreshed(every.withCookie(session))).isEmpty();
      every.clock.goOn(Duration.ofSeconds(1));
      assertThat(isRejected(every.withCookie(session))).isTrue();
    }
  }

  @Test
  @Tag("SE-12")
  void another_users_session_cannot_be_ended() {
    stage.addUser("bob", "viewer");
    Opened alice = stage.signIn("alice");
    Opened bob = stage.signIn("bob");

    Identity thief = caller(stage.withCookie(bob));
    Actor actor = Actor.of(thief, Stage.CLIENT);
    String victim = caller(stage.withCookie(alice)).sessionId().orElseThrow();

    assertThat(stage.janua.sessions().end(actor, Subject.of(actor), victim)).isFalse();
    assertThat(name(stage.withCookie(alice))).contains("alice");
  }

  @Test
  void ending_the_others_keeps_this_one() {
    Opened here = stage.signIn("alice");
    Opened there = stage.signIn("alice");
    Identity caller = caller(stage.withCookie(here));
    assertThat(name(stage.withCookie(there))).contains("alice");

    stage.janua.sessions().endOthers(Actor.of(caller, Stage.CLIENT));

    assertThat(name(stage.withCookie(here))).contains("alice");
    assertThat(isRejected(stage.withCookie(there))).isTrue();
  }

  @Test
  void an_internal_port_is_anonymous_with_every_right_whatever_the_headers_say() {
    Verdict verdict =
        stage
            .janua
            .authenticator()
            .authenticate(
                AnyRequest.get("/api/me")
                    .with("Authorization", "Bearer nonsense")
                    .with("Cookie", "auth_token=nonsense")
                    .arrivingAt(5000));

    assertThat(caller(verdict).name()).isEqualTo("anonymous");
    assertThat(caller(verdict).roles()).contains("admin", "board-create");
  }

  @Test
  @Tag("FA-01")
  void a_database_that_is_down_is_neither_a_yes_nor_a_no() {
    Opened session = stage.signIn("alice");
    stage.withCookie(session);
    stage.close();

    assertThat(name(stage.withCookie(session))).contains("alice");
    stage.clock.goOn(Recent.FRESH.plusMillis(1));

    assertThat(stage.withCookie(session)).isInstanceOf(Verdict.Unavailable.class);
  }

  private boolean end(Opened session) {
    Actor actor = Actor.of(caller(stage.withCookie(session)), Stage.CLIENT);
    return stage.janua.sessions().end(actor, Subject.of(actor), actor.sessionId().orElseThrow());
  }

  private static Optional<Opened> refreshed(Verdict verdict) {
    return verdict instanceof Verdict.Admitted admitted ? admitted.refreshed() : Optional.empty();
  }

  private static Identity caller(Verdict verdict) {
    return verdict.caller().orElseThrow();
  }

  private static Optional<String> name(Verdict verdict) {
    return verdict.caller().map(Identity::name);
  }

  private static boolean isRejected(Verdict verdict) {
    return verdict instanceof Verdict.Rejected;
  }
}
