package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.janua.access.Actor;
import org.janua.config.Passwords;
import org.janua.request.Verdict;
import org.janua.session.Opened;
import org.janua.signin.SignInResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The flag that lets an operator back in. */
class AdminResetTest {

  private static final Passwords RESETTING =
      new Passwords(12, false, Passwords.Algorithm.PBKDF2_SHA256, 1_000, true);
  private static final Pattern BANNER =
      Pattern.compile("\\*{64}\n(admin)\n([0-9a-f]{32})\n\\*{64}");

  private final Logger log = Logger.getLogger(Janua.class.getName());
  private final List<String> passwords = new ArrayList<>();
  private final Handler reader =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          Matcher banner = BANNER.matcher(entry.getMessage());
          while (banner.find()) {
            passwords.add(banner.group(2));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    log.setUseParentHandlers(false);
    log.setLevel(Level.INFO);
    log.addHandler(reader);
  }

  @AfterEach
  void stopListening() {
    log.removeHandler(reader);
    log.setLevel(null);
    log.setUseParentHandlers(true);
  }

  @Test
  void every_start_prints_a_new_password_and_ends_the_sessions_of_the_old_one() {
    try (Stage stage = new Stage()) {
      Opened before = signIn(stage, passwords.get(0));

      try (Stage restarted = stage.secondNode(RESETTING)) {
        assertThat(passwords).hasSize(2).doesNotHaveDuplicates();
        assertThat(restarted.withCookie(before)).isInstanceOf(Verdict.Rejected.class);
        assertThat(restarted.attempt("admin", passwords.get(0)))
            .isInstanceOf(SignInResult.Refused.class);
        assertThat(signIn(restarted, passwords.get(1))).isNotNull();
      }
      try (Stage again = stage.secondNode(RESETTING)) {
        assertThat(passwords).hasSize(3);
        assertThat(signIn(again, passwords.get(2))).isNotNull();
      }
    }
  }

  @Test
  void an_empty_database_gets_one_account_and_one_banner() {
    try (Stage stage = new Stage(RESETTING)) {
      assertThat(passwords).hasSize(1);
      assertThat(stage.janua.accounts().page(null, null, 10)).hasSize(1);
      assertThat(signIn(stage, passwords.get(0))).isNotNull();
    }
  }

  @Test
  void a_missing_or_demoted_admin_is_an_administrator_again() {
    try (Stage stage = new Stage()) {
      stage.addUser("root", "admin");
      stage.janua.accounts().setRole(Actor.SYSTEM, "admin", "viewer");
      stage.secondNode(RESETTING).close();
      assertThat(stage.row("admin").role()).isEqualTo("admin");

      stage.janua.accounts().remove(Actor.SYSTEM, "admin");
      stage.secondNode(RESETTING).close();
      assertThat(stage.row("admin").role()).isEqualTo("admin");
      assertThat(signIn(stage, passwords.get(2))).isNotNull();
    }
  }

  @Test
  void a_locked_admin_is_free_again() {
    try (Stage stage = new Stage(Stage.limits("20/minute", 3))) {
      for (int i = 0; i < 3; i++) {
        stage.attempt("admin", "wrong password!");
      }
      assertThat(stage.attempt("admin", passwords.get(0))).isInstanceOf(SignInResult.Refused.class);

      try (Stage restarted = stage.secondNode(RESETTING)) {
        assertThat(signIn(restarted, passwords.get(1))).isNotNull();
      }
    }
  }

  @Test
  void others_keep_their_passwords_and_sessions() {
    try (Stage stage = new Stage()) {
      stage.addUser("alice", "viewer");
      Opened alice = stage.signIn("alice");

      try (Stage restarted = stage.secondNode(RESETTING)) {
        assertThat(restarted.withCookie(alice).caller()).isPresent();
        assertThat(restarted.signIn("alice")).isNotNull();
      }
    }
  }

  @Test
  void the_login_page_is_told_while_the_flag_is_on_or_nobody_has_signed_in() {
    try (Stage stage = new Stage()) {
      assertThat(stage.janua.isFirstTimeLogin()).isTrue();
      signIn(stage, passwords.get(0));
      assertThat(stage.janua.isFirstTimeLogin()).isFalse();

      try (Stage restarted = stage.secondNode(RESETTING)) {
        signIn(restarted, passwords.get(1));
        assertThat(restarted.janua.isFirstTimeLogin()).isTrue();
      }
      assertThat(stage.janua.isFirstTimeLogin()).isFalse();
    }
  }

  private static Opened signIn(Stage stage, String password) {
    return Stage.opened(stage.attempt("admin", password));
  }
}
