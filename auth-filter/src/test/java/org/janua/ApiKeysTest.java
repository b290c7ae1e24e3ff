package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.janua.access.Actor;
import org.janua.access.Identity;
import org.janua.account.Outcome;
import org.janua.account.PasswordChange;
import org.janua.account.Refusal;
import org.janua.account.UserChange;
import org.janua.api.event.Action;
import org.janua.apikey.Issued;
import org.janua.apikey.NewKey;
import org.janua.jpa.ApiKeyRow;
import org.janua.jpa.AuditQuery;
import org.janua.jpa.AuditRow;
import org.janua.memory.Recent;
import org.janua.provider.credentials.Password;
import org.janua.request.AnyRequest;
import org.janua.request.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** API keys from their making to their end, on the real composition and a real database. */
class ApiKeysTest {

  private static final Duration NOTICED = Recent.FRESH.plusMillis(1);
  private static final int MOST = 50;

  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage();
    stage.addUser("root", "admin");
    stage.addUser("alice", "viewer");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_key_is_its_owner_without_a_session() {
    Issued key = made("root", whole());

    Identity caller = caller(key);

    assertThat(caller.name()).isEqualTo("root");
    assertThat(caller.role()).isEqualTo("admin");
    assertThat(caller.roles()).contains("admin", "board-create");
    assertThat(caller.accountId()).contains(stage.row("root").id());
    assertThat(caller.sessionId()).isEmpty();
    assertThat(caller.isPerson()).isTrue();
  }

  @Test
  @Tag("AZ-08")
  void a_limited_key_has_what_was_chosen_and_neither_role_nor_group() {
    Issued key = made("root", limited("board-create"));

    Identity caller = caller(key);

    assertThat(caller.name()).isEqualTo("root");
    assertThat(caller.role()).isEmpty();
    assertThat(caller.roles()).containsExactly("board-create");
    assertThat(caller.isAdmin()).isFalse();
    assertThat(caller.groups()).isEmpty();
    assertThat(caller.isPerson()).isFalse();
  }

  @Test
  @Tag("AZ-08")
  void a_right_the_owner_loses_is_lost_to_the_key_at_the_next_request() {
    Issued limited = made("root", limited("board-create"));
    Issued whole = made("root", whole());
    assertThat(caller(limited).roles()).containsExactly("board-create");
    assertThat(caller(whole).isAdmin()).isTrue();

    RolesTest.done(stage.janua.accounts().setRole(Actor.SYSTEM, "root", "viewer"));

    assertThat(caller(limited).roles()).isEmpty();
    assertThat(caller(whole).roles()).containsExactly("viewer");
  }

  @Test
  void nobody_gives_a_key_what_they_do_not_have() {
    for (String permission : List.of("board-create", "no-such-permission", "viewer")) {
      Refusal refusal = refused("alice", limited(permission));
      assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
      assertThat(refusal.field()).isEqualTo("permissions");
    }
    assertThat(refused("root", new NewKey("x", Optional.empty(), Optional.of(Set.of()))).field())
        .isEqualTo("permissions");
    assertThat(keys("alice")).isEmpty();
  }

  @Test
  void a_description_is_one_line_of_1_to_255_characters() {
    for (String wrong : List.of("", " ", "x".repeat(256), "a\nb", "a\0b", "\uD83D")) {
      assertThat(refused("alice", described(wrong)).field()).isEqualTo("description");
    }
    made("alice", described("\uD83D\uDD11".repeat(255)));
  }

  @Test
  void an_expiry_lies_in_the_future_and_the_key_dies_at_that_instant() {
    assertThat(refused("alice", until(now())).field()).isEqualTo("expires_at");
    Issued key = made("alice", until(now().plusSeconds(3)));
    assertThat(caller(key).name()).isEqualTo("alice");
    Verdict.Admitted admitted = (Verdict.Admitted) verdict(key);
    assertThat(admitted.expiresAt()).contains(now().plusSeconds(3));
    assertThat(admitted.refreshed()).isEmpty();

    stage.clock.goOn(Duration.ofSeconds(3)); // less than what is remembered may be old

    assertThat(isRejected(key)).isTrue();
    assertThat(keys("alice")).as("it is still listed").hasSize(1);
    assertThat(refusal(rotated("alice", key)).kind()).isEqualTo(Refusal.Kind.CONFLICT);
  }

  @Test
  @Tag("AZ-08")
  void a_revoked_key_is_dead_at_once_here_and_within_five_seconds_elsewhere() {
    Issued key = made("alice", whole());
    try (Stage other = stage.secondNode()) {
      assertThat(caller(key).name()).isEqualTo("alice");
      assertThat(other.janua.authenticator().authenticate(request(key)).caller()).isPresent();

      revoke("alice", key);

      assertThat(isRejected(key)).isTrue();
      stage.clock.goOn(NOTICED);
      assertThat(other.janua.authenticator().authenticate(request(key))).isEqualTo(verdict(key));
    }
  }

  @Test
  void a_rotated_key_is_another_one_with_the_same_rights_and_the_old_one_is_dead() {
    Instant end = now().plusSeconds(3600);
    Issued old =
        made("root", new NewKey("x", Optional.of(end), Optional.of(Set.of("board-create"))));
    assertThat(caller(old).roles()).containsExactly("board-create");

    Issued fresh = done(rotated("root", old));

    assertThat(isRejected(old)).isTrue();
    assertThat(caller(fresh).roles()).containsExactly("board-create");
    assertThat(fresh.row()).isEqualTo(old.row().withHash(fresh.row().keyHash()));
    assertThat(keys("root")).hasSize(1);
  }

  @Test
  @Tag("SE-12")
  void the_key_of_somebody_else_does_not_exist() {
    Issued key = made("root", whole());
    String alice = stage.row("alice").id();

    assertThat(refusal(stage.janua.apiKeys().revoke(Actor.SYSTEM, alice, key.row().id())).kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);
    assertThat(refusal(stage.janua.apiKeys().rotate(Actor.SYSTEM, alice, key.row().id())).kind())
        .isEqualTo(Refusal.Kind.NOT_FOUND);

    assertThat(caller(key).name()).isEqualTo("root");
  }

  @Test
  @Tag("SE-04")
  void keys_end_with_their_owner_or_when_the_owner_is_made_inactive() {
    stage.addUser("bob", "viewer");
    List<Issued> keys =
        List.of(made("alice", whole()), made("alice", whole()), made("bob", whole()));
    keys.forEach(key -> assertThat(isRejected(key)).isFalse());

    stage.janua.accounts().change(Actor.SYSTEM, "alice", status(false));
    stage.janua.accounts().remove(Actor.SYSTEM, "bob");
    assertThat(keys).allMatch(this::isRejected);
    assertThat(reasonsOfEnds("alice")).containsExactly("inactive", "inactive");
    assertThat(reasonsOfEnds("bob")).containsExactly("deleted");

    stage.janua.accounts().change(Actor.SYSTEM, "alice", status(true));
    assertThat(keys).as("who comes back makes new ones").allMatch(this::isRejected);
  }

  @Test
  @Tag("SE-04")
  void who_was_made_inactive_elsewhere_has_no_key_after_five_seconds() throws SQLException {
    Issued key = made("alice", whole());
    assertThat(isRejected(key)).isFalse();

    stage.deactivateElsewhere("alice");
    stage.clock.goOn(NOTICED);

    assertThat(isRejected(key)).isTrue();
  }

  @Test
  void a_change_of_the_password_leaves_keys_alone() {
    Issued key = made("alice", whole());
    Identity root = stage.signIn("root").identity();
    Password fresh = Password.of("a quiet afternoon");

    stage
        .janua
        .passwordChange()
        .apply(
            root,
            new PasswordChange.Request("alice", fresh, Optional.empty(), false),
            Stage.CLIENT);

    assertThat(caller(key).name()).isEqualTo("alice");
  }

  @Test
  void nobody_has_more_than_fifty_keys_however_many_they_ask_for_at_once() throws Exception {
    for (int i = 0; i < MOST - 2; i++) {
      made("alice", whole());
    }

    List<Outcome<Issued>> outcomes = Crowd.together(6, i -> () -> create("alice", whole()));

    assertThat(outcomes).filteredOn(outcome -> outcome instanceof Outcome.Done).hasSize(2);
    assertThat(refused("alice", whole()).kind()).isEqualTo(Refusal.Kind.CONFLICT);
    revoke(
        "alice", done(outcomes.stream().filter(Outcome.Done.class::isInstance).findFirst().get()));
    made("alice", whole());
  }

  @Test
  void a_request_by_key_in_the_steady_state_issues_no_sql() {
    Issued limited = made("root", limited("board-create"));
    Issued whole = made("alice", whole());
    assertThat(caller(limited).name() + caller(whole).name()).isEqualTo("rootalice");
    long before = stage.meter.statements();

    for (int i = 0; i < 100; i++) {
      assertThat(caller(limited).name() + caller(whole).name()).isEqualTo("rootalice");
    }

    assertThat(stage.meter.statements()).isEqualTo(before);
  }

  @Test
  void a_text_that_cannot_be_a_key_costs_no_sql() {
    long before = stage.meter.statements();
    String wrong = made("alice", whole()).reveal().substring(1);
    long after = stage.meter.statements();

    AnyRequest request = AnyRequest.get("/").with("Authorization", "Bearer janua_" + wrong);
    assertThat(stage.janua.authenticator().authenticate(request))
        .isInstanceOf(Verdict.Rejected.class);

    assertThat(after).isGreaterThan(before);
    assertThat(stage.meter.statements()).isEqualTo(after);
  }

  @Test
  void the_last_use_is_written_by_the_clock_and_by_no_request() {
    Issued key = made("alice", whole());
    assertThat(keys("alice").get(0).lastUsedAt()).isEmpty();
    caller(key);
    Instant used = now();
    assertThat(keys("alice").get(0).lastUsedAt()).isEmpty();
    stage.clock.goOn(Duration.ofMinutes(1));

    stage.janua.keyBook().writeUses();

    assertThat(keys("alice").get(0).lastUsedAt()).contains(used);
    long before = stage.meter.statements();
    stage.janua.keyBook().writeUses();
    assertThat(stage.meter.statements()).as("nothing is noted twice").isEqualTo(before);
  }

  @Test
  void what_is_written_down_says_which_key_and_never_the_key() {
    Issued key = made("alice", whole());
    for (int i = 0; i < 3; i++) {
      stage.clock.goOn(Duration.ofMinutes(10));
      caller(key);
    }
    stage.clock.goOn(Duration.ofMinutes(10));
    revoke("alice", key);
    stage.clock.goOn(Duration.ofMinutes(10));
    assertThat(isRejected(key)).isTrue();
    stage.janua.audit().flush();

    List<String> actions =
        stage.janua.auditLog().page(AuditQuery.EVERYTHING, Optional.empty(), 100).stream()
            .filter(row -> row.toString().contains("key"))
            .peek(row -> assertThat(row.toString()).doesNotContain(key.reveal()))
            .map(AuditRow::action)
            .toList();

    assertThat(actions)
        .containsExactly("sign_in_failed", "api_key_revoked", "api_key_used", "api_key_created");
  }

  @Test
  void a_change_by_a_key_is_written_down_with_the_key_before_all_else() {
    Issued key = made("root", described("nightly \"import\""));
    Actor program = Actor.of(caller(key), Stage.CLIENT);

    RolesTest.done(stage.janua.accounts().setRole(program, "alice", "admin"));

    AuditRow entry = stage.janua.auditLog().page(AuditQuery.EVERYTHING, Optional.empty(), 1).get(0);
    assertThat(entry.actorName()).isEqualTo("root");
    assertThat(entry.session()).isEmpty();
    assertThat(entry.details())
        .startsWith(
            "{\"by_key\":{\"id\":\""
                + key.row().id()
                + "\",\"description\":\"nightly \\\"import\\\"\"},");
  }

  private List<String> reasonsOfEnds(String user) {
    return stage.events.stream()
        .filter(event -> event.action() == Action.API_KEY_REVOKED)
        .filter(event -> event.subject().name().equals(user))
        .map(event -> event.details().get("reason").toString())
        .toList();
  }

  private static NewKey whole() {
    return described("backup");
  }

  private static NewKey described(String description) {
    return new NewKey(description, Optional.empty(), Optional.empty());
  }

  private static NewKey limited(String permission) {
    return new NewKey("limited", Optional.empty(), Optional.of(Set.of(permission)));
  }

  private static NewKey until(Instant end) {
    return new NewKey("for a while", Optional.of(end), Optional.empty());
  }

  private static UserChange status(boolean active) {
    return new UserChange(
        Optional.empty(), Optional.of(active), UnaryOperator.identity(), UnaryOperator.identity());
  }

  private Instant now() {
    return stage.clock.instant();
  }

  private Outcome<Issued> create(String owner, NewKey wanted) {
    return stage.janua.apiKeys().create(Actor.SYSTEM, stage.row(owner).id(), wanted);
  }

  private Issued made(String owner, NewKey wanted) {
    return done(create(owner, wanted));
  }

  private Refusal refused(String owner, NewKey wanted) {
    return refusal(create(owner, wanted));
  }

  private Outcome<Issued> rotated(String owner, Issued key) {
    return stage.janua.apiKeys().rotate(Actor.SYSTEM, stage.row(owner).id(), key.row().id());
  }

  private void revoke(String owner, Issued key) {
    done(stage.janua.apiKeys().revoke(Actor.SYSTEM, stage.row(owner).id(), key.row().id()));
  }

  private List<ApiKeyRow> keys(String owner) {
    return stage.janua.apiKeys().of(stage.row(owner).id());
  }

  private static AnyRequest request(Issued key) {
    return AnyRequest.get("/api/me").with("Authorization", "Bearer " + key.reveal());
  }

  private Verdict verdict(Issued key) {
    return stage.janua.authenticator().authenticate(request(key));
  }

  private Identity caller(Issued key) {
    return verdict(key).caller().orElseThrow();
  }

  private boolean isRejected(Issued key) {
    return verdict(key) instanceof Verdict.Rejected;
  }

  private static <T> T done(Outcome<T> outcome) {
    return RolesTest.done(outcome);
  }

  private static Refusal refusal(Outcome<?> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError(done);
        },
        refused -> refused);
  }
}
