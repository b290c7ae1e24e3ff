package org.janua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.janua.access.Actor;
import org.janua.access.Identity;
import org.janua.account.NewUser;
import org.janua.account.Outcome;
import org.janua.account.PasswordChange;
import org.janua.account.Profile;
import org.janua.account.Refusal;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.Password;
import org.janua.request.Verdict;
import org.janua.session.Opened;
import org.janua.signin.SignInResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in, accounts and passwords, on the real composition and a real database. */
class SignInTest {

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

  @ParameterizedTest
  @Tag("EN-01")
  @ValueSource(
      strings = {"alice", "nobody", "", "a b", "<script>", "\u0000", "\ud800", "admin\n", "аdmin"})
  void a_refused_attempt_costs_exactly_one_hash_whoever_it_names(String name) {
    long before = stage.janua.hashing().count();

    assertThat(stage.attempt(name, "wrong password!")).isInstanceOf(SignInResult.Refused.class);

    assertThat(stage.janua.hashing().count() - before).isEqualTo(1);
  }

  @Test
  @Tag("EN-01")
  void an_account_without_a_password_is_refused_at_the_cost_of_one_hash() {
    stage
        .janua
        .accounts()
        .create(
            Actor.SYSTEM,
            new NewUser("carol", Optional.empty(), "viewer", new Profile(null, null, null)));
    long before = stage.janua.hashing().count();

    assertThat(stage.attempt("carol", "")).isInstanceOf(SignInResult.Refused.class);

    assertThat(stage.janua.hashing().count() - before).isEqualTo(1);
  }

  @Test
  void a_good_attempt_costs_one_hash_and_opens_a_session() {
    long before = stage.janua.hashing().count();

    assertThat(stage.attempt("ALICE", Stage.PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);

    assertThat(stage.janua.hashing().count() - before).isEqualTo(1);
  }

  @Test
  @Tag("FA-02")
  void an_attempt_while_the_database_is_down_costs_no_hash() {
    stage.close();
    long before = stage.janua.hashing().count();

    assertThatThrownBy(() -> stage.attempt("alice", Stage.PASSWORD))
        .isInstanceOf(DatabaseUnavailable.class);

    assertThat(stage.janua.hashing().count()).isEqualTo(before);
  }

  @Test
  @Tag("SE-01")
  void every_sign_in_opens_another_session() {
    assertThat(stage.signIn("alice").reveal()).isNotEqualTo(stage.signIn("alice").reveal());
  }

  @Test
  @Tag("IN-05")
  void a_name_is_taken_whatever_its_case() {
    assertThat(kind(create("Alice", Stage.PASSWORD, "viewer"))).contains(Refusal.Kind.CONFLICT);
  }

  @Test
  void what_is_wrong_with_a_new_user_is_named() {
    assertThat(field(create("a b", Stage.PASSWORD, "viewer"))).contains("username");
    assertThat(field(create("bob", "short", "viewer"))).contains("password");
    assertThat(field(create("bob", Stage.PASSWORD, "king"))).contains("role");
    assertThat(field(create("bob", "x".repeat(257), "viewer"))).contains("password");
  }

  @Test
  @Tag("PW-08")
  void changing_ones_password_ends_every_other_session_and_token() {
    Opened here = stage.signIn("alice");
    Opened there = stage.signIn("alice");
    assertThat(stage.withCookie(there).caller()).isPresent();

    Opened next = change(here, "alice", "another long password", Stage.PASSWORD).orElseThrow();

    assertThat(stage.withCookie(here)).isInstanceOf(Verdict.Rejected.class);
    assertThat(stage.withBearer(there)).isInstanceOf(Verdict.Rejected.class);
    assertThat(stage.withCookie(next).caller()).isPresent();
    assertThat(stage.attempt("alice", Stage.PASSWORD)).isInstanceOf(SignInResult.Refused.class);
    assertThat(stage.attempt("alice", "another long password"))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  @Tag("RL-14")
  void a_change_of_the_password_ends_in_nothing_when_the_account_is_switched_off_meanwhile()
      throws SQLException {
    Identity caller = stage.withCookie(stage.signIn("alice")).caller().orElseThrow();
    UserRow before = stage.row("alice");
    stage.deactivateElsewhere("alice");

    Outcome<Optional<Opened>> outcome =
        stage
            .janua
            .passwordChange()
            .apply(caller, request("alice", "another long password", Stage.PASSWORD), Stage.CLIENT);

    assertThat(kind(outcome)).contains(Refusal.Kind.CONFLICT);
    assertThat(stage.row("alice").passwordChangedAt()).isEqualTo(before.passwordChangedAt());
  }

  @Test
  @Tag("IN-03")
  void what_is_shown_of_a_person_is_made_of_characters() {
    String id = stage.row("alice").id();

    for (Profile half :
        List.of(
            new Profile("\ud800", null, null),
            new Profile(null, "a\udc00@example.org", null),
            new Profile(null, null, "https://example.org/\ud800"))) {
      assertThat(kind(stage.janua.accounts().setProfile(Actor.SYSTEM, id, half)))
          .contains(Refusal.Kind.INVALID);
    }
  }

  @Test
  @Tag("PW-08")
  void the_old_password_is_needed_and_has_to_be_right() {
    Opened session = stage.signIn("alice");
    PasswordChange.Request without =
        new PasswordChange.Request(
            "alice", Password.of("another long one"), Optional.empty(), true);

    assertThat(kind(apply(session, without))).contains(Refusal.Kind.INVALID);
    assertThat(kind(apply(session, request("alice", "another long one", "wrong"))))
        .contains(Refusal.Kind.FORBIDDEN);
    assertThat(stage.withCookie(session).caller()).isPresent();
  }

  @Test
  void anothers_password_is_for_administrators_who_need_no_old_one() {
    stage.addUser("bob", "viewer");
    stage.addUser("root", "admin");
    Opened bob = stage.signIn("bob");
    Opened root = stage.signIn("root");
    Opened alice = stage.signIn("alice");
    PasswordChange.Request request =
        new PasswordChange.Request("alice", Password.of("set by root 123"), Optional.empty(), true);

    assertThat(kind(apply(bob, request))).contains(Refusal.Kind.FORBIDDEN);
    assertThat(stage.withCookie(alice).caller()).isPresent();
    assertThat(kind(apply(root, request))).isEmpty();

    assertThat(stage.withCookie(alice)).isInstanceOf(Verdict.Rejected.class);
    assertThat(stage.withCookie(root).caller()).isPresent();
  }

  @Test
  @Tag("PW-05")
  void the_rules_hold_for_ones_own_password_and_for_one_that_an_administrator_sets() {
    stage.addUser("root", "admin");
    Opened root = stage.signIn("root");
    Opened alice = stage.signIn("alice");

    for (String bad : List.of("password1234", "alice-1234567", "qwertyuiop12", "short")) {
      assertThat(field(apply(alice, request("alice", bad, Stage.PASSWORD)))).contains("password");
      assertThat(field(apply(root, request("alice", bad, "")))).contains("password");
      assertThat(field(create("bob", bad.replace("alice", "bob"), "viewer"))).contains("password");
    }
    assertThat(stage.withCookie(alice).caller()).isPresent();
  }

  @Test
  void only_an_administrator_learns_that_a_name_is_unknown() {
    stage.addUser("root", "admin");
    PasswordChange.Request unknown = request("nobody", "a quiet afternoon", Stage.PASSWORD);

    assertThat(kind(apply(stage.signIn("root"), unknown))).contains(Refusal.Kind.NOT_FOUND);
    assertThat(kind(apply(stage.signIn("alice"), unknown))).contains(Refusal.Kind.FORBIDDEN);
  }

  @Test
  @Tag("AZ-05")
  void the_last_administrator_stays() {
    assertThat(kind(stage.janua.accounts().setRole(Actor.SYSTEM, "admin", "viewer")))
        .contains(Refusal.Kind.CONFLICT);
    assertThat(kind(stage.janua.accounts().remove(Actor.SYSTEM, "admin")))
        .contains(Refusal.Kind.CONFLICT);

    stage.addUser("root", "admin");

    assertThat(kind(stage.janua.accounts().setRole(Actor.SYSTEM, "admin", "viewer"))).isEmpty();
    assertThat(kind(stage.janua.accounts().remove(Actor.SYSTEM, "root")))
        .contains(Refusal.Kind.CONFLICT);
  }

  @Test
  @Tag("AZ-05")
  void an_administrator_who_cannot_sign_in_is_none_that_remains() {
    stage
        .janua
        .accounts()
        .create(
            Actor.SYSTEM,
            new NewUser("root", Optional.empty(), "admin", new Profile(null, null, null)));

    assertThat(kind(stage.janua.accounts().remove(Actor.SYSTEM, "admin")))
        .contains(Refusal.Kind.CONFLICT);
  }

  @Test
  @Tag("AZ-05")
  void two_administrators_who_demote_each_other_leave_one() throws Exception {
    stage.addUser("root", "admin");
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<Outcome<UserRow>>> demotions = new ArrayList<>();
      for (String name : List.of("admin", "root")) {
        demotions.add(
            both.submit(() -> stage.janua.accounts().setRole(Actor.SYSTEM, name, "viewer")));
      }
      int refused = 0;
      for (Future<Outcome<UserRow>> demotion : demotions) {
        refused += kind(demotion.get()).isPresent() ? 1 : 0;
      }
      assertThat(refused).isEqualTo(1);
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  @Tag("FA-06")
  void the_first_administrator_is_made_once_however_many_nodes_start() {
    List<UserRow> before = stage.janua.accounts().page(null, null, 10);
    try (Stage other = stage.secondNode()) {
      assertThat(other.janua.accounts().page(null, null, 10)).hasSameSizeAs(before);
    }
    assertThat(before.stream().map(UserRow::username)).contains("admin");
    assertThat(stage.janua.isFirstTimeLogin()).isTrue();
  }

  private Outcome<UserRow> create(String name, String password, String role) {
    return stage
        .janua
        .accounts()
        .create(
            Actor.SYSTEM,
            new NewUser(
                name, Optional.of(Password.of(password)), role, new Profile(null, null, null)));
  }

  private Optional<Opened> change(Opened session, String name, String password, String old) {
    return apply(session, request(name, password, old))
        .fold(
            changed -> changed,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  private Outcome<Optional<Opened>> apply(Opened session, PasswordChange.Request request) {
    Identity caller = stage.withCookie(session).caller().orElseThrow();
    return stage.janua.passwordChange().apply(caller, request, Stage.CLIENT);
  }

  private static PasswordChange.Request request(String name, String password, String old) {
    return new PasswordChange.Request(
        name, Password.of(password), Optional.of(Password.of(old)), true);
  }

  private static Optional<Refusal.Kind> kind(Outcome<?> outcome) {
    return outcome.fold(done -> Optional.empty(), refusal -> Optional.of(refusal.kind()));
  }

  private static Optional<String> field(Outcome<?> outcome) {
    return outcome.fold(done -> Optional.empty(), refusal -> Optional.of(refusal.field()));
  }
}
