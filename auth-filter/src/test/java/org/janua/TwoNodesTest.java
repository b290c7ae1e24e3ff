package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.janua.access.Actor;
import org.janua.access.Group;
import org.janua.account.NewUser;
import org.janua.account.Outcome;
import org.janua.account.Profile;
import org.janua.account.Refusal;
import org.janua.account.UserChange;
import org.janua.apikey.NewKey;
import org.janua.jpa.UserRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What two nodes on one PostgreSQL promise when both change something at the same moment. */
class TwoNodesTest {

  private static final int ROUNDS = 15;
  private static final UserChange DISABLED =
      new UserChange(
          Optional.empty(), Optional.of(false), UnaryOperator.identity(), UnaryOperator.identity());

  private static final NewUser LATE =
      new NewUser("late", Optional.empty(), "brief", new Profile(null, null, null));

  private final ExecutorService both = Executors.newFixedThreadPool(2);
  private String url;
  private Stage one;
  private Stage other;

  /** Each test has a database of its own. */
  @BeforeEach
  void open() throws Exception {
    url = PostgresServer.running().newDatabase();
    one = new Stage(url);
    other = one.secondNode();
  }

  @AfterEach
  void close() {
    both.shutdownNow();
    other.close();
    one.close();
  }

  @Test
  @Tag("AZ-05")
  void two_administrators_who_demote_each_other_leave_one() throws Exception {
    leaveOneAdministrator(
        (node, name) -> node.janua.accounts().setRole(Actor.SYSTEM, name, "viewer"),
        (node, name) -> node.janua.accounts().setRole(Actor.SYSTEM, name, "viewer"));
  }

  @Test
  @Tag("AZ-05")
  void a_deletion_and_a_demotion_leave_one() throws Exception {
    leaveOneAdministrator(
        (node, name) -> node.janua.accounts().remove(Actor.SYSTEM, name),
        (node, name) -> node.janua.accounts().setRole(Actor.SYSTEM, name, "viewer"));
  }

  @Test
  @Tag("AZ-05")
  void two_administrators_who_disable_each_other_leave_one() throws Exception {
    leaveOneAdministrator(
        (node, name) -> node.janua.accounts().change(Actor.SYSTEM, name, DISABLED),
        (node, name) -> node.janua.accounts().change(Actor.SYSTEM, name, DISABLED));
  }

  @Test
  @Tag("AZ-05")
  void administrators_by_role_and_by_a_group_who_take_each_other_away_leave_one() throws Exception {
    one.addUser("ann", "admin");
    makeChiefs("bob");
    RolesTest.done(one.janua.accounts().setRole(Actor.SYSTEM, "admin", "viewer"));
    for (int round = 0; round < ROUNDS; round++) {
      List<Boolean> done =
          together(
              () -> one.janua.accounts().setRole(Actor.SYSTEM, "ann", "viewer"),
              () -> other.janua.memberships().remove(Actor.SYSTEM, "Chiefs", "bob"));

      assertThat(done).containsExactlyInAnyOrder(true, false);
      RolesTest.done(one.janua.accounts().setRole(Actor.SYSTEM, "ann", "admin"));
      RolesTest.done(one.janua.memberships().add(Actor.SYSTEM, "Chiefs", "bob"));
    }
  }

  @Test
  @Tag("AZ-05")
  void the_deletion_of_an_account_and_of_a_group_leave_an_administrator() throws Exception {
    makeChiefs("bob");
    for (int round = 0; round < ROUNDS; round++) {
      String name = "ann" + round;
      one.addUser(name, "admin");
      one.janua.accounts().setRole(Actor.SYSTEM, "admin", "viewer");

      List<Boolean> done =
          together(
              () -> one.janua.accounts().remove(Actor.SYSTEM, name),
              () -> other.janua.groups().remove(Actor.SYSTEM, "Chiefs"));

      assertThat(done).containsExactlyInAnyOrder(true, false);
      RolesTest.done(one.janua.accounts().setRole(Actor.SYSTEM, "admin", "admin"));
      one.janua.accounts().remove(Actor.SYSTEM, name);
      one.janua.groups().remove(Actor.SYSTEM, "Chiefs");
      one.janua.accounts().remove(Actor.SYSTEM, "bob");
      makeChiefs("bob");
    }
  }

  @Test
  @Tag("AZ-06")
  void nobody_is_in_a_group_that_was_deleted_while_they_were_put_into_it() throws Exception {
    one.addUser("ann", "viewer");
    for (int round = 0; round < ROUNDS; round++) {
      RolesTest.done(one.janua.groups().create(Actor.SYSTEM, "Brief", Optional.empty()));

      together(
          () -> one.janua.groups().remove(Actor.SYSTEM, "Brief"),
          () -> other.janua.memberships().add(Actor.SYSTEM, "Brief", "ann"));

      assertThat(one.janua.groups().find("Brief")).isEmpty();
      assertThat(one.janua.accounts().views(List.of(one.row("ann"))).get(0).groups())
          .containsExactly(Group.EVERYONE);
    }
  }

  @Test
  @Tag("AZ-06")
  void two_groups_whose_names_differ_in_case_are_made_once() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<Boolean> made =
          together(
              () -> one.janua.groups().create(Actor.SYSTEM, "Ops", Optional.empty()),
              () -> other.janua.groups().create(Actor.SYSTEM, "OPS", Optional.empty()));

      assertThat(made).containsExactlyInAnyOrder(true, false);
      RolesTest.done(one.janua.groups().remove(Actor.SYSTEM, "ops"));
    }
  }

  private void makeChiefs(String member) {
    one.addUser(member, "viewer");
    RolesTest.done(one.janua.groups().create(Actor.SYSTEM, "Chiefs", Optional.empty()));
    RolesTest.done(one.janua.groups().setPermissions(Actor.SYSTEM, "Chiefs", Set.of("admin")));
    RolesTest.done(one.janua.memberships().add(Actor.SYSTEM, "Chiefs", member));
  }

  @Test
  @Tag("SE-04")
  void nobody_is_signed_in_who_was_made_inactive_while_signing_in() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String name = "user" + round;
      one.addUser(name, "viewer");

      together(
          () -> one.janua.accounts().change(Actor.SYSTEM, name, DISABLED),
          () -> Outcome.done(other.attempt(name, Stage.PASSWORD)));

      String id = one.janua.accounts().find(name).orElseThrow().id();
      assertThat(one.janua.sessions().of(id)).isEmpty();
    }
  }

  @Test
  @Tag("SE-04")
  void nobody_has_a_key_who_was_made_inactive_while_making_one() throws Exception {
    NewKey wanted = new NewKey("late", Optional.empty(), Optional.empty());
    for (int round = 0; round < ROUNDS; round++) {
      String name = "user" + round;
      one.addUser(name, "viewer");
      String id = one.row(name).id();

      together(
          () -> one.janua.accounts().change(Actor.SYSTEM, name, DISABLED),
          () -> Outcome.done(other.janua.apiKeys().create(Actor.SYSTEM, id, wanted)));

      assertThat(one.janua.apiKeys().of(id)).isEmpty();
    }
  }

  @Test
  @Tag("AZ-06")
  void nobody_is_left_with_a_role_that_was_deleted_while_it_was_given() throws Exception {
    one.addUser("wavering", "viewer");
    for (int round = 0; round < ROUNDS; round++) {
      RolesTest.done(one.janua.roles().create(Actor.SYSTEM, Stage.role("brief", "garage")));

      together(
          () -> one.janua.roles().remove(Actor.SYSTEM, "brief"),
          () -> other.janua.accounts().setRole(Actor.SYSTEM, "wavering", "brief"));

      assertThat(one.janua.accounts().find("wavering").orElseThrow().role()).isEqualTo("viewer");
    }
  }

  @Test
  @Tag("AZ-06")
  void nobody_is_made_with_a_role_that_was_deleted_meanwhile() throws Exception {
    RolesTest.done(one.janua.roles().create(Actor.SYSTEM, Stage.role("brief", "garage")));
    try (Connection third = DriverManager.getConnection(url);
        Statement node = third.createStatement()) {
      third.setAutoCommit(false);
      node.execute("select 1 from auth_setting where name = 'lock.administration' for update");

      Future<Outcome<UserRow>> creation =
          both.submit(() -> other.janua.accounts().create(Actor.SYSTEM, LATE));
      while (!creation.isDone() && waiting(node) == 0) {
        Thread.onSpinWait();
      }
      node.execute("delete from auth_role where name = 'brief'");
      third.commit();

      assertThat(creation.get().fold(made -> "", Refusal::field)).isEqualTo("role");
      assertThat(one.janua.accounts().find("late")).isEmpty();
    }
  }

  @Test
  @Tag("AZ-06")
  void two_roles_whose_names_differ_in_case_are_made_once() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<Boolean> made =
          together(
              () -> one.janua.roles().create(Actor.SYSTEM, Stage.role("Ops", "garage")),
              () -> other.janua.roles().create(Actor.SYSTEM, Stage.role("ops", "garage")));

      assertThat(made).containsExactlyInAnyOrder(true, false);
      one.janua.roles().remove(Actor.SYSTEM, "Ops");
      one.janua.roles().remove(Actor.SYSTEM, "ops");
    }
  }

  @Test
  @Tag("FA-06")
  void nodes_that_start_together_bring_the_roles_of_the_configuration_in_once() throws Exception {
    for (int round = 0; round < 3; round++) {
      String camera = "camera-" + round;

      together(() -> startedWith(one, camera), () -> startedWith(other, camera));

      assertThat(one.janua.roles().find("operator").orElseThrow().resources().get("camera"))
          .containsExactly(camera);
    }
  }

  private static Outcome<String> startedWith(Stage node, String camera) {
    node.startedWith(Stage.role("operator", camera)).close();
    return Outcome.done(camera);
  }

  private static long waiting(Statement node) throws SQLException {
    try (ResultSet locks = node.executeQuery("select count(*) from pg_locks where not granted")) {
      locks.next();
      return locks.getLong(1);
    }
  }

  private interface Removal {
    Outcome<UserRow> of(Stage node, String name);
  }

  /** Round after round, each of two administrators takes the other away on their own node. */
  private void leaveOneAdministrator(Removal here, Removal there) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<String> pair = List.of("a" + round, "b" + round);
      pair.forEach(name -> one.addUser(name, "admin"));
      administrators().stream()
          .filter(name -> !pair.contains(name))
          .forEach(
              name -> RolesTest.done(one.janua.accounts().setRole(Actor.SYSTEM, name, "viewer")));

      List<Boolean> done =
          together(() -> here.of(one, pair.get(1)), () -> there.of(other, pair.get(0)));

      assertThat(done).containsExactlyInAnyOrder(true, false);
      assertThat(administrators()).hasSize(1).isSubsetOf(pair);
    }
  }

  private List<String> administrators() {
    return one.janua.accounts().page(null, null, 200).stream()
        .filter(user -> user.active() && user.role().equals("admin"))
        .map(UserRow::username)
        .toList();
  }

  /** Whether each was done; what was not was a conflict, or there was nothing (any more). */
  private List<Boolean> together(Callable<Outcome<?>> here, Callable<Outcome<?>> there)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Outcome<?>>> running = new ArrayList<>();
    for (Callable<Outcome<?>> change : List.of(here, there)) {
      running.add(
          both.submit(
              () -> {
                start.await();
                return change.call();
              }));
    }
    List<Boolean> done = new ArrayList<>();
    for (Future<Outcome<?>> change : running) {
      done.add(change.get().fold(value -> true, TwoNodesTest::isExpected));
    }
    return done;
  }

  private static boolean isExpected(Refusal refusal) {
    assertThat(refusal.kind())
        .isIn(Refusal.Kind.CONFLICT, Refusal.Kind.INVALID, Refusal.Kind.NOT_FOUND);
    return false;
  }
}
