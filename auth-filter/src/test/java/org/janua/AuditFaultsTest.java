package org.janua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.access.Identity;
import org.janua.account.PasswordChange;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent.Outcome;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.audit.Details;
import org.janua.jpa.AuditQuery;
import org.janua.jpa.AuditRow;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.provider.credentials.Password;
import org.janua.session.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The audit log when something goes wrong, and what must never be in it. */
class AuditFaultsTest {

  private static final String WRONG = "canary-wrong-password";

  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(Stage.limits("100000/minute", 100_000));
    stage.addUser("alice", "viewer");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  @Tag("AU-04")
  void without_the_table_an_administrators_change_is_not_made_either() throws Exception {
    run("alter table auth_audit_event rename to elsewhere");

    assertThatThrownBy(() -> stage.janua.accounts().setRole(Actor.SYSTEM, "alice", "admin"))
        .isInstanceOf(DatabaseUnavailable.class);
    assertThatThrownBy(() -> stage.addUser("bob", "viewer"))
        .isInstanceOf(DatabaseUnavailable.class);

    assertThat(stage.row("alice").role()).isEqualTo("viewer");
    assertThat(stage.janua.accounts().find("bob")).isEmpty();
  }

  @Test
  @Tag("AU-04")
  void without_the_table_nobody_signs_in_unseen() throws Exception {
    run("alter table auth_audit_event rename to elsewhere");

    assertThatThrownBy(() -> stage.signIn("alice")).isInstanceOf(DatabaseUnavailable.class);

    assertThat(stage.janua.sessions().of(stage.row("alice").id())).isEmpty();
  }

  @Test
  @Tag("AU-04")
  void failures_wait_for_the_table_to_come_back() throws Exception {
    run("alter table auth_audit_event rename to elsewhere");
    stage.attempt("alice", WRONG);
    assertThatThrownBy(() -> stage.janua.audit().flush()).isInstanceOf(DatabaseUnavailable.class);
    assertThat(stage.janua.audit().waiting()).isEqualTo(1);

    run("alter table elsewhere rename to auth_audit_event");

    assertThat(failures()).hasSize(1);
    assertThat(stage.janua.audit().waiting()).isZero();
    assertThat(stage.janua.audit().dropped()).isZero();
  }

  @Test
  @Tag("AU-04")
  void what_is_too_much_to_wait_is_dropped_and_counted() {
    for (int minute = 0; minute < 5; minute++) {
      for (int i = 0; i < 600; i++) {
        note("10.0." + i / 256 + "." + i % 256);
      }
      stage.clock.goOn(Duration.ofMinutes(1));
    }

    assertThat(stage.janua.audit().waiting()).isEqualTo(2_000);
    assertThat(stage.janua.audit().dropped()).isEqualTo(1_000);
    assertThat(failures()).hasSizeGreaterThan(100);
    assertThat(stage.janua.audit().waiting()).isZero();
  }

  @Test
  void a_failure_costs_no_statement_until_it_is_written() {
    stage.attempt("alice", WRONG);
    long before = stage.meter.statements();
    note("192.0.2.7");

    assertThat(stage.meter.statements()).isEqualTo(before);
  }

  @Test
  void what_is_noted_is_written_when_the_application_ends() {
    try (Stage other = stage.secondNode()) {
      other.attempt("alice", WRONG);
    }

    assertThat(failures()).hasSize(1);
  }

  @Test
  @Tag("AU-05")
  void what_is_older_than_was_configured_is_deleted_and_nothing_else() {
    stage.clock.goOn(Duration.ofDays(365));
    stage.signIn("alice");
    stage.clock.goOn(Duration.ofMillis(1));

    stage.janua.auditLog().sweep();

    assertThat(page(AuditQuery.EVERYTHING, Optional.empty()))
        .extracting(AuditRow::action)
        .containsExactly("sign_in", "session_created");
  }

  @Test
  void pages_hold_together_while_two_nodes_write() {
    try (Stage other = stage.secondNode()) {
      for (int i = 0; i < 150; i++) {
        (i % 2 == 0 ? stage : other).signIn("alice");
        stage.clock.goOn(Duration.ofMillis(1));
      }
      Set<String> there = new HashSet<>();
      for (AuditRow row : pages()) {
        there.add(row.id());
      }
      List<AuditRow> seen = new ArrayList<>();
      List<AuditRow> page = page(AuditQuery.EVERYTHING, Optional.empty());
      while (!page.isEmpty()) {
        seen.addAll(page);
        other.signIn("alice");
        stage.signIn("alice");
        page = page(AuditQuery.EVERYTHING, Optional.of(page.get(page.size() - 1).id()));
      }

      assertThat(seen).doesNotHaveDuplicates();
      assertThat(seen)
          .extracting(AuditRow::id)
          .containsAll(there)
          .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }
  }

  @Test
  @Tag("AU-03")
  void no_secret_is_in_the_log_the_table_or_an_event() {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler handler = listening(logged);
    Logger.getLogger("").addHandler(handler);
    try {
      Opened session = stage.signIn("alice");
      stage.attempt("alice", WRONG);
      stage.attempt("canary-password-as-name", "canary-password");
      changePassword(session.identity(), "canary-old-password", "canary-new-password");
      changePassword(session.identity(), Stage.PASSWORD, "canary-new-password");
      assertThat(stage.events).isNotEmpty();
      String all = pages() + logged.toString() + stage.events;

      assertThat(all)
          .contains("alice")
          .doesNotContain("canary", Stage.PASSWORD, session.reveal(), "pbkdf2_sha256$");
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
  }

  private static Handler listening(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        logged.add(new SimpleFormatter().format(entry));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private void changePassword(Identity caller, String old, String fresh) {
    Optional<Password> given = Optional.of(Password.of(old));
    stage
        .janua
        .passwordChange()
        .apply(
            caller,
            new PasswordChange.Request("alice", Password.of(fresh), given, true),
            Stage.CLIENT);
  }

  private void note(String address) {
    stage
        .janua
        .audit()
        .note(
            Actor.stranger(new Client(address, "")),
            Action.SIGN_IN_FAILED,
            Party.NONE,
            Outcome.FAILURE,
            Details.NONE);
  }

  private List<AuditRow> failures() {
    stage.janua.audit().flush();
    return page(
        new AuditQuery(
            Optional.empty(), Optional.of("sign_in_failed"), Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  private List<AuditRow> pages() {
    stage.janua.audit().flush();
    return stage.janua.auditLog().page(AuditQuery.EVERYTHING, Optional.empty(), 10_000);
  }

  private List<AuditRow> page(AuditQuery query, Optional<String> after) {
    return stage.janua.auditLog().page(query, after, 101);
  }

  private void run(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(stage.url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
