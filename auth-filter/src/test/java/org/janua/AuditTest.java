package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.access.Identity;
import org.janua.account.PasswordChange;
import org.janua.account.Profile;
import org.janua.account.UserChange;
import org.janua.api.event.SecurityEvent;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.audit.Subject;
import org.janua.jpa.AuditQuery;
import org.janua.jpa.AuditRow;
import org.janua.provider.credentials.Password;
import org.janua.session.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written down, of everything that happens, on the real composition. */
class AuditTest {

  private static final String WRONG = "not the password";

  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage();
    stage.addUser("alice", "viewer");
    stage.events.clear();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void the_first_administrator_is_written_down() {
    AuditRow made = last("user_created", "admin");

    assertThat(made.actorName()).isEqualTo("system");
    assertThat(made.details()).isEqualTo("{\"role\":\"admin\",\"reason\":\"first start\"}");
  }

  @Test
  void signing_in_is_two_entries_of_the_new_session() {
    Opened session = stage.signIn("alice");

    AuditRow signIn = last("sign_in", "alice");
    assertThat(signIn.actorId()).isEqualTo(stage.row("alice").id());
    assertThat(signIn.subjectId()).isEqualTo(signIn.actorId());
    assertThat(signIn.outcome()).isEqualTo("success");
    assertThat(signIn.at()).isEqualTo(stage.clock.instant());
    assertThat(signIn.ip()).isEqualTo("192.0.2.7");
    assertThat(signIn.userAgent()).isEqualTo("test");
    assertThat(signIn.session()).isEqualTo(session.identity().sessionId().orElseThrow());
    assertThat(signIn.details()).isEqualTo("{\"provider\":\"credentials\",\"remember\":false}");
    assertThat(last("session_created", "alice").session()).isEqualTo(signIn.session());
  }

  @Test
  void signing_out_is_two_entries_and_doing_it_again_none() {
    Opened session = stage.signIn("alice");

    stage.janua.sessions().signOut(session.identity(), Stage.CLIENT);
    stage.janua.sessions().signOut(session.identity(), Stage.CLIENT);

    assertThat(entries("sign_out")).hasSize(1);
    assertThat(entries("session_ended")).hasSize(1);
    assertThat(last("session_ended", "alice").details())
        .isEqualTo(
            "{\"reason\":\"signed_out\",\"sessions\":[\""
                + session.identity().sessionId().orElseThrow()
                + "\"]}");
  }

  @Test
  void a_failure_is_noted_with_its_reason() {
    stage.attempt("alice", WRONG);

    AuditRow failure = last("sign_in_failed", "alice");
    assertThat(failure.outcome()).isEqualTo("failure");
    assertThat(failure.actorName()).isEqualTo("anonymous");
    assertThat(failure.subjectId()).isEqualTo(stage.row("alice").id());
    assertThat(failure.ip()).isEqualTo("192.0.2.7");
    assertThat(failure.details())
        .isEqualTo("{\"provider\":\"credentials\",\"reason\":\"wrong_password\"}");
  }

  @Test
  @Tag("AU-03")
  void a_name_that_no_account_has_is_not_told_because_it_may_be_a_password() {
    stage.attempt("my secret pass", WRONG);
    stage.attempt("nobody", WRONG);

    assertThat(entries("sign_in_failed"))
        .hasSize(2)
        .allMatch(entry -> entry.subjectName().isEmpty())
        .allMatch(entry -> entry.details().contains("unknown_name"));
  }

  @Test
  @Tag("AU-02")
  void a_lock_is_written_down_once_and_so_is_its_end() {
    for (int i = 0; i < 12; i++) {
      stage.attempt("alice", WRONG, new Client("192.0.2." + i, "test"));
    }
    stage.janua.accounts().unlock(root(), "ALICE");

    assertThat(entries("locked_out")).hasSize(1);
    assertThat(last("locked_out", "alice").ip()).isEqualTo("192.0.2.9");
    assertThat(entries("sign_in_failed").get(0).details()).contains("\"reason\":\"locked\"");
    AuditRow unlocked = last("unlocked", "alice");
    assertThat(unlocked.actorName()).isEqualTo("root");
    assertThat(unlocked.subjectName()).isEqualTo("alice");
  }

  @Test
  void what_was_not_looked_at_is_noted_without_the_name() {
    for (int i = 0; i < 21; i++) {
      stage.attempt("u" + i, WRONG);
    }
    stage.attempt("alice", WRONG);

    AuditRow last = entries("sign_in_failed").get(0);
    assertThat(last.details()).contains("\"reason\":\"limited\"");
    assertThat(last.subjectName()).isEmpty();
  }

  @Test
  void a_changed_password_is_written_down_with_the_sessions_that_it_ends() {
    Opened session = stage.signIn("alice");
    changePassword(session.identity(), Stage.PASSWORD);

    AuditRow changed = last("password_changed", "alice");
    assertThat(changed.outcome()).isEqualTo("success");
    assertThat(changed.session()).isEqualTo(session.identity().sessionId().orElseThrow());
    assertThat(changed.details()).isEqualTo("{}");
    assertThat(last("session_ended", "alice").details())
        .contains("\"password_changed\"", changed.session());
    assertThat(entries("session_created")).hasSize(2);
  }

  @Test
  void a_wrong_old_password_is_noted() {
    Opened session = stage.signIn("alice");
    changePassword(session.identity(), WRONG);

    AuditRow tried = last("password_changed", "alice");
    assertThat(tried.outcome()).isEqualTo("failure");
    assertThat(tried.details()).isEqualTo("{\"reason\":\"wrong_old_password\"}");
  }

  @Test
  void an_ended_session_is_written_down_with_who_ended_it() {
    Opened session = stage.signIn("alice");
    Party alice = Subject.of(stage.row("alice"));
    String id = session.identity().sessionId().orElseThrow();

    assertThat(stage.janua.sessions().end(root(), alice, id)).isTrue();
    assertThat(stage.janua.sessions().end(root(), alice, id)).isFalse();
    stage.janua.sessions().endAll(root(), alice);

    assertThat(entries("session_ended")).hasSize(1);
    AuditRow ended = last("session_ended", "alice");
    assertThat(ended.actorName()).isEqualTo("root");
    assertThat(ended.details()).isEqualTo("{\"reason\":\"ended\",\"sessions\":[\"" + id + "\"]}");
  }

  @Test
  void an_expired_session_is_written_down_when_it_is_swept() {
    Opened session = stage.signIn("alice");
    stage.clock.goOn(Duration.ofDays(2));
    stage.janua.sweep();
    stage.janua.sweep();

    assertThat(entries("session_expired")).hasSize(1);
    AuditRow expired = last("session_expired", "alice");
    assertThat(expired.actorName()).isEqualTo("system");
    assertThat(expired.details())
        .contains(session.identity().sessionId().orElseThrow())
        .contains(session.expiresAt().toString());
  }

  @Test
  void whoever_listens_is_told_what_is_written_down() {
    stage.signIn("alice");
    stage.attempt("alice", WRONG);

    assertThat(stage.events)
        .extracting(event -> event.action().key())
        .containsExactly("session_created", "sign_in", "sign_in_failed");
    assertThat(entries(""))
        .extracting(AuditRow::id)
        .containsAll(stage.events.stream().map(SecurityEvent::id).toList());
  }

  @Test
  void what_an_administrator_changes_of_an_account_is_written_down_from_what_to_what() {
    UserChange change =
        new UserChange(
            Optional.of("admin"),
            Optional.of(false),
            name -> "Alice",
            email -> "alice@example.org",
            Optional.of(Set.of("board-create")));
    stage.signIn("alice");
    stage.janua.accounts().change(root(), "alice", change);
    stage.janua.accounts().change(root(), "alice", change);

    assertThat(last("user_changed", "alice").details())
        .isEqualTo(
            "{\"display_name\":{\"from\":\"\",\"to\":\"Alice\"},"
                + "\"email\":{\"from\":\"\",\"to\":\"alice@example.org\"},"
                + "\"status\":{\"from\":\"active\",\"to\":\"inactive\"}}");
    assertThat(last("role_changed", "alice").details())
        .isEqualTo("{\"role\":{\"from\":\"viewer\",\"to\":\"admin\"}}");
    assertThat(last("permission_changed", "alice").details())
        .isEqualTo("{\"permissions\":{\"removed\":[],\"added\":[\"board-create\"]}}");
    assertThat(last("session_ended", "alice").details()).contains("\"inactive\"");
    assertThat(entries("")).filteredOn(entry -> entry.actorName().equals("root")).hasSize(4);
  }

  @Test
  void an_account_is_written_down_when_it_is_made_and_when_it_is_deleted() {
    stage.signIn("alice");
    stage.janua.accounts().remove(root(), "alice");

    assertThat(last("user_created", "alice").details()).isEqualTo("{\"role\":\"viewer\"}");
    assertThat(last("user_deleted", "alice").subjectId())
        .isEqualTo(last("user_created", "alice").subjectId());
    assertThat(last("session_ended", "alice").details()).contains("\"deleted\"");
  }

  @Test
  void what_a_person_changes_of_the_own_profile_is_written_down() {
    Opened session = stage.signIn("alice");
    Actor alice = Actor.of(session.identity(), Stage.CLIENT);
    Profile profile = new Profile(null, "a@example.org", null);
    stage.janua.accounts().setProfile(alice, stage.row("alice").id(), profile);
    stage.janua.accounts().setProfile(alice, stage.row("alice").id(), profile);

    assertThat(entries("user_changed")).hasSize(1);
    AuditRow changed = last("user_changed", "alice");
    assertThat(changed.actorId()).isEqualTo(changed.subjectId());
    assertThat(changed.details()).isEqualTo("{\"email\":{\"from\":\"\",\"to\":\"a@example.org\"}}");
  }

  @Test
  @Tag("AU-02")
  void roles_are_written_down_with_whom_their_deletion_moved() {
    stage.janua.roles().create(root(), Stage.role("guard", "garage"));
    stage.janua.accounts().setRole(root(), "alice", "guard");
    stage.janua.roles().replace(root(), Stage.role("guard", "front_door"));
    stage.janua.roles().replace(root(), Stage.role("guard", "front_door")); // nothing changed
    stage.janua.roles().remove(root(), "guard");

    assertThat(entries("role_changed", Optional.of("guard")))
        .extracting(AuditRow::details)
        .containsExactly(
            "{\"change\":\"deleted\",\"resources\":"
                + "{\"camera\":{\"removed\":[\"front_door\"],\"added\":[]}},"
                + "\"moved\":[\"alice\"]}",
            "{\"change\":\"replaced\",\"resources\":"
                + "{\"camera\":{\"removed\":[\"garage\"],\"added\":[\"front_door\"]}}}",
            "{\"change\":\"created\",\"resources\":"
                + "{\"camera\":{\"removed\":[],\"added\":[\"garage\"]}}}");
  }

  @Test
  void a_change_that_is_refused_leaves_no_entry_and_no_event() {
    stage.janua.accounts().remove(root(), "admin");
    stage.janua.accounts().setRole(root(), "admin", "viewer");

    assertThat(stage.events).isEmpty();
    assertThat(entries("")).noneMatch(entry -> entry.actorName().equals("root"));
  }

  private void changePassword(Identity caller, String old) {
    Password fresh = Password.of("another long password");
    Optional<Password> given = Optional.of(Password.of(old));
    PasswordChange.Request request = new PasswordChange.Request("alice", fresh, given, true);
    stage.janua.passwordChange().apply(caller, request, Stage.CLIENT);
  }

  private static Actor root() {
    return new Actor(Optional.of("id of root"), "root", Optional.empty(), Stage.CLIENT);
  }

  private AuditRow last(String action, String user) {
    return entries(action, Optional.of(user)).get(0);
  }

  private List<AuditRow> entries(String action) {
    return entries(action, Optional.empty());
  }

  private List<AuditRow> entries(String action, Optional<String> user) {
    stage.janua.audit().flush();
    Optional<String> only = Optional.of(action).filter(text -> !text.isEmpty());
    AuditQuery query = new AuditQuery(user, only, Optional.empty(), Optional.empty());
    return stage.janua.auditLog().page(query, Optional.empty(), 100);
  }
}
