package org.janua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.janua.RolesTest.done;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.janua.access.Actor;
import org.janua.account.RoleView;
import org.janua.request.Verdict;
import org.janua.session.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the roles of the configuration and those of administrators go together, start by start. */
class ConfiguredRolesTest {

  private Stage first;

  @BeforeEach
  void open() {
    first = new Stage(Stage.role("operator", "front_door"));
  }

  @AfterEach
  void close() {
    first.close();
  }

  @Test
  void a_change_by_an_administrator_stands_while_the_configuration_says_the_same() {
    done(first.janua.roles().replace(Actor.SYSTEM, Stage.role("operator", "garage")));

    try (Stage second = first.startedWith(Stage.role("operator", "front_door"))) {
      assertThat(cameras(second, "operator")).containsExactly("garage");
    }
  }

  @Test
  void a_deletion_by_an_administrator_stands_while_the_configuration_says_the_same() {
    done(first.janua.roles().remove(Actor.SYSTEM, "operator"));

    try (Stage second = first.startedWith(Stage.role("operator", "front_door"))) {
      assertThat(second.janua.roles().find("operator")).isEmpty();
      assertThat(second.janua.roleBook().names()).containsExactly("admin", "viewer");
    }
  }

  @Test
  void what_the_configuration_says_anew_counts() {
    done(first.janua.roles().replace(Actor.SYSTEM, Stage.role("operator", "garage")));

    try (Stage second = first.startedWith(Stage.role("operator", "side_yard"))) {
      assertThat(cameras(second, "operator")).containsExactly("side_yard");
      done(second.janua.roles().remove(Actor.SYSTEM, "operator"));
    }
    try (Stage third = first.startedWith(Stage.role("operator", "front_door"))) {
      assertThat(cameras(third, "operator")).containsExactly("front_door");
    }
  }

  @Test
  void a_role_the_configuration_no_longer_has_is_removed_and_its_users_have_nothing() {
    first.addUser("olga", "operator");
    Opened session = first.signIn("olga");
    Warnings warnings = new Warnings();

    try (Stage second = warnings.during(first::startedWith)) {
      assertThat(warnings.text()).contains("The role operator").contains("1 users");
      assertThat(second.janua.roles().find("operator")).isEmpty();
      assertThat(second.janua.accounts().find("olga").orElseThrow().role()).isEqualTo("operator");
      Verdict verdict = second.withCookie(session);
      assertThat(verdict.caller().orElseThrow().roles()).isEmpty();
      assertThat(verdict.caller().orElseThrow().reach().byType()).isEmpty();
    }
    Warnings again = new Warnings();
    again.during(first::startedWith).close();
    assertThat(again.text()).doesNotContain("operator"); // it is told once
  }

  @Test
  void a_role_an_administrator_made_stays_whatever_the_configuration_has() {
    done(first.janua.roles().create(Actor.SYSTEM, Stage.role("guard", "garage")));
    done(first.janua.roles().remove(Actor.SYSTEM, "operator"));
    done(first.janua.roles().create(Actor.SYSTEM, Stage.role("operator", "garage")));

    try (Stage second = first.startedWith()) {
      assertThat(cameras(second, "guard")).containsExactly("garage");
      assertThat(cameras(second, "operator")).containsExactly("garage");
    }
  }

  @Test
  void a_role_the_configuration_takes_over_keeps_its_users_under_the_new_spelling() {
    done(first.janua.roles().create(Actor.SYSTEM, Stage.role("Guard", "garage")));
    first.addUser("gus", "Guard");

    try (Stage second =
        first.startedWith(Stage.role("operator", "front_door"), Stage.role("guard", "side_yard"))) {
      assertThat(second.janua.accounts().find("gus").orElseThrow().role()).isEqualTo("guard");
      assertThat(cameras(second, "guard")).containsExactly("side_yard");
      assertThat(second.janua.roles().find("Guard")).isEmpty();
    }
  }

  @Test
  void a_role_that_has_come_to_be_called_like_a_permission_key_gives_nothing() {
    Warnings warnings = new Warnings();
    try (Stage second =
        warnings.during(() -> first.startedWith(Stage.role("board.create", "garage")))) {
      assertThat(second.janua.entitlements().ofRole("board.create").roles()).isEmpty();
      assertThat(second.janua.entitlements().ofRole("board.create").reach().byType()).isEmpty();
      assertThat(warnings.text()).contains("The role board.create gives nothing");
    }
  }

  private static Set<String> cameras(Stage stage, String role) {
    Optional<RoleView> found = stage.janua.roles().find(role);
    return found
        .map(RoleView::resources)
        .map((Map<String, Set<String>> r) -> r.get("camera"))
        .orElse(Set.of());
  }

  /** What is logged while something runs. */
  private static final class Warnings extends Handler {

    private static final Logger LOG = Logger.getLogger(Janua.class.getName());

    private final StringBuilder text = new StringBuilder();

    Stage during(Supplier<Stage> start) {
      LOG.addHandler(this);
      try {
        return start.get();
      } finally {
        LOG.removeHandler(this);
      }
    }

    String text() {
      return text.toString();
    }

    @Override
    public void publish(LogRecord line) {
      text.append(line.getMessage()).append('\n');
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
