package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.janua.access.Actor;
import org.janua.access.Identity;
import org.janua.account.PasswordChange;
import org.janua.account.UserChange;
import org.janua.audit.Subject;
import org.janua.memory.Recent;
import org.janua.provider.credentials.Password;
import org.janua.request.Verdict;
import org.janua.session.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several sessions of one user, several requests of one session, and two nodes. */
class ManySessionsTest {

  private static final int MOST = Stage.usualTimes().perUser();
  private static final int ROUNDS = 200;
  private static final Duration UNTIL_DUE = Duration.ofHours(23).plusMinutes(45);
  private static final Duration NOTICED = Recent.FRESH.plusMillis(1);
  private static final UserChange DISABLED =
      new UserChange(
          Optional.empty(), Optional.of(false), UnaryOperator.identity(), UnaryOperator.identity());

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
  @Tag("SE-13")
  void beyond_so_many_the_session_used_least_recently_ends_at_once() {
    Opened inUse = stage.signIn("alice");
    Opened left = stage.signIn("alice");
    stage.clock.goOn(Duration.ofMinutes(2));
    for (int i = 2; i < MOST; i++) {
      stage.signIn("alice");
    }
    assertThat(isSignedIn(stage, inUse)).isTrue();
    assertThat(isSignedIn(stage, left)).isTrue();
    stage.clock.goOn(Duration.ofMinutes(2));
    assertThat(isSignedIn(stage, inUse)).isTrue();

    stage.signIn("alice");

    assertThat(isSignedIn(stage, left)).isFalse();
    assertThat(isSignedIn(stage, inUse)).isTrue();
    assertThat(stage.janua.sessions().of(stage.row("alice").id())).hasSize(MOST);
  }

  @Test
  @Tag("SE-13")
  void many_who_sign_in_at_once_do_not_exceed_it() throws Exception {
    Crowd.together(4 * MOST, i -> () -> stage.signIn("alice"));

    assertThat(stage.janua.sessions().of(stage.row("alice").id())).hasSize(MOST);
  }

  @Test
  @Tag("SE-12")
  void an_administrator_ends_all_sessions_of_somebody() {
    stage.addUser("bob", "viewer");
    List<Opened> ended = List.of(stage.signIn("alice"), stage.signIn("alice"));
    Opened other = stage.signIn("bob");
    ended.forEach(session -> assertThat(isSignedIn(stage, session)).isTrue());

    stage.janua.sessions().endAll(Actor.SYSTEM, Subject.of(stage.row("alice")));

    assertThat(ended).noneMatch(session -> isSignedIn(stage, session));
    assertThat(isSignedIn(stage, other)).isTrue();
  }

  @Test
  @Tag("SE-04")
  void who_is_made_inactive_loses_all_sessions_at_the_next_request() {
    List<Opened> sessions = Stream.generate(() -> stage.signIn("alice")).limit(MOST).toList();
    assertThat(sessions).allMatch(session -> isSignedIn(stage, session));

    stage.janua.accounts().change(Actor.SYSTEM, "alice", DISABLED);

    assertThat(sessions).noneMatch(session -> isSignedIn(stage, session));
  }

  @Test
  @Tag("SE-06")
  void twenty_requests_that_are_due_at_once_prolong_one_session_and_all_get_in() throws Exception {
    Opened session = stage.signIn("alice");
    stage.clock.goOn(UNTIL_DUE);

    List<Verdict> verdicts = Crowd.together(20, i -> () -> stage.withCookie(session));

    List<Opened> refreshed = verdicts.stream().map(ManySessionsTest::refreshed).toList();
    assertThat(refreshed)
        .allSatisfy(
            fresh ->
                assertThat(fresh.expiresAt())
                    .isEqualTo(stage.clock.instant().plus(Duration.ofDays(1))))
        .allMatch(fresh -> isSignedIn(stage, fresh));
    assertThat(stage.janua.sessions().of(stage.row("alice").id())).hasSize(1);
  }

  /**
   * Refreshing on one node and what takes a session or its rights away on another, each started at
   * an unforeseeable moment. Afterwards no token that was ever handed out gives more than it
   * should.
   */
  @Test
  @Tag("SE-08")
  void no_refresh_survives_what_ends_its_session_at_the_same_moment_on_another_node()
      throws Exception {
    long seed = System.nanoTime();
    Random chance = new Random(seed);
    stage.addUser("root", "admin");
    try (Stage other = stage.secondNode()) {
      for (int round = 0; round < ROUNDS; round++) {
        String name = "user" + round;
        stage.addUser(name, "admin");
        Opened session = stage.signIn(name);
        stage.clock.goOn(UNTIL_DUE);
        Ending ending = Ending.values()[chance.nextInt(Ending.values().length)];
        int head = chance.nextInt(2_000);

        List<Opened> tokens = new ArrayList<>(List.of(session));
        Crowd.together(
                3,
                i ->
                    () -> {
                      pause(i == 0 ? 2_000 - head : head);
                      return i == 0 ? ending.of(other, name, session) : stage.withCookie(session);
                    })
            .stream()
            .filter(Verdict.Admitted.class::isInstance)
            .flatMap(verdict -> ((Verdict.Admitted) verdict).refreshed().stream())
            .forEach(tokens::add);

        assertThat(tokens)
            .as("%s, round %d of %d", ending, round, seed)
            .noneMatch(token -> givesTooMuch(other, token));
        stage.clock.goOn(NOTICED);
        assertThat(tokens)
            .as("%s, round %d of %d, other node", ending, round, seed)
            .noneMatch(token -> givesTooMuch(stage, token));
      }
    }
  }

  /** What ends a session, or what it may do. */
  private enum Ending {
    SIGN_OUT {
      @Override
      void at(Stage node, String name, Opened session) {
        node.janua.sessions().signOut(session.identity(), Stage.CLIENT);
      }
    },
    DISABLED {
      @Override
      void at(Stage node, String name, Opened session) {
        node.janua.accounts().change(Actor.SYSTEM, name, ManySessionsTest.DISABLED);
      }
    },
    PASSWORD {
      @Override
      void at(Stage node, String name, Opened session) {
        Identity root = node.signIn("root").identity();
        Password fresh = Password.of("a quiet afternoon");
        node.janua
            .passwordChange()
            .apply(
                root,
                new PasswordChange.Request(name, fresh, Optional.empty(), false),
                Stage.CLIENT);
      }
    },
    ROLE {
      @Override
      void at(Stage node, String name, Opened session) {
        node.janua.accounts().setRole(Actor.SYSTEM, name, "viewer");
      }
    };

    abstract void at(Stage node, String name, Opened session);

    /** Answers as if it were a request by nobody. */
    Verdict of(Stage node, String name, Opened session) {
      at(node, name, session);
      return new Verdict.Stranger();
    }
  }

  private static void pause(int steps) {
    for (int i = 0; i < steps; i++) {
      Thread.onSpinWait();
    }
  }

  private static boolean givesTooMuch(Stage node, Opened token) {
    return Stream.of(node.withCookie(token), node.withBearer(token))
        .flatMap(verdict -> verdict.caller().stream())
        .anyMatch(Identity::isAdmin);
  }

  private static Opened refreshed(Verdict verdict) {
    return ((Verdict.Admitted) verdict).refreshed().orElseThrow();
  }

  private static boolean isSignedIn(Stage node, Opened session) {
    return node.withCookie(session).caller().isPresent();
  }
}
