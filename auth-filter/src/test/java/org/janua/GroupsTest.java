package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.janua.access.Actor;
import org.janua.access.Group;
import org.janua.access.Identity;
import org.janua.account.AccountView;
import org.janua.account.GroupChange;
import org.janua.account.GroupSummary;
import org.janua.account.GroupView;
import org.janua.account.Groups;
import org.janua.account.NewUser;
import org.janua.account.Outcome;
import org.janua.account.Profile;
import org.janua.account.Refusal;
import org.janua.account.UserChange;
import org.janua.jpa.AuditQuery;
import org.janua.jpa.MemberRow.Origin;
import org.janua.memory.Recent;
import org.janua.session.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups, keys and what they give, on the real composition and a real database. */
class GroupsTest {

  private static final Actor BY = Actor.SYSTEM;

  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage();
    stage.addUser("ann", "viewer");
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void keys_add_up_whether_direct_by_a_group_by_everyone_or_implied() {
    make("Ops", "board-modify");
    join("Ops", "ann");
    give("everyone", "audit.read");
    direct("ann", "board.create");

    Identity ann = signedIn("ann");

    assertThat(ann.permissions())
        .containsExactlyInAnyOrder("board-modify", "board-view", "audit.read", "board.create");
    assertThat(ann.roles()).containsAll(ann.permissions()).contains("viewer").hasSize(5);
    assertThat(ann.groups()).extracting(Group::name).containsExactly("everyone", "Ops");
  }

  @Test
  @Tag("AZ-07")
  void the_name_of_a_group_is_never_a_role_and_similar_names_are_different_groups() {
    make("admin");
    make("board-create");
    make("ops", "board-create");
    make("ops-evil");
    List.of("admin", "board-create", "ops-evil").forEach(group -> join(group, "ann"));

    assertThat(signedIn("ann").roles()).containsExactly("viewer");
    assertThat(signedIn("ann").isAdmin()).isFalse();
  }

  @Test
  @Tag("JW-12")
  void every_change_holds_at_the_next_request() {
    Opened session = stage.signIn("ann");
    make("Ops", "board-create");
    assertThat(permissions(session)).isEmpty();

    join("Ops", "ann");
    assertThat(permissions(session)).containsExactly("board-create");
    give("Ops", "board-view");
    assertThat(permissions(session)).containsExactly("board-view");
    rename("Ops", "Crew");
    assertThat(caller(session).groups()).extracting(Group::name).contains("Crew");
    RolesTest.done(stage.janua.memberships().remove(BY, "Crew", "ann"));
    assertThat(permissions(session)).isEmpty();
    join("Crew", "ann");
    assertThat(permissions(session)).containsExactly("board-view");
    RolesTest.done(groups().remove(BY, "Crew"));
    assertThat(permissions(session)).isEmpty();
    give("everyone", "audit.read");
    assertThat(permissions(session)).containsExactly("audit.read");
    give("everyone");
    direct("ann", "board-full");
    assertThat(permissions(session)).contains("board-full", "board-create", "board-view");
    direct("ann");
    assertThat(permissions(session)).isEmpty();
  }

  @Test
  @Tag("AZ-11")
  void every_change_holds_on_another_node_within_five_seconds() {
    make("Ops", "board-create");
    try (Stage other = stage.secondNode()) {
      Opened session = stage.signIn("ann");
      join("Ops", "ann");
      assertThat(other.withCookie(session).caller().orElseThrow().permissions())
          .containsExactly("board-create");
      assertThat(other.janua.entitlements().ofRole("viewer").permissions()).isEmpty();

      RolesTest.done(groups().remove(BY, "Ops"));
      give("everyone", "audit.read");
      stage.clock.goOn(Recent.FRESH.plusMillis(1));

      assertThat(other.withCookie(session).caller().orElseThrow().permissions())
          .containsExactly("audit.read");
      assertThat(other.janua.entitlements().ofRole("viewer").permissions())
          .containsExactly("audit.read");
    }
  }

  @Test
  void a_signed_in_request_with_groups_issues_no_sql_in_the_steady_state() {
    make("Ops", "board-create");
    join("Ops", "ann");
    Opened session = stage.signIn("ann");
    long before = stage.meter.statements();
    permissions(session);
    assertThat(stage.meter.statements() - before).isBetween(1L, 4L); // session, groups, keys, keys

    before = stage.meter.statements();
    for (int i = 0; i < 100; i++) {
      assertThat(permissions(session)).containsExactly("board-create");
      assertThat(stage.janua.entitlements().ofRole("viewer").groups()).hasSize(1);
    }

    assertThat(stage.meter.statements() - before).isLessThanOrEqualTo(1); // everyone's keys, once
  }

  @Test
  void a_key_that_is_no_longer_declared_gives_nothing_and_is_not_shown() throws SQLException {
    make("Ops", "board-create");
    join("Ops", "ann");
    store("insert into auth_user_permission select id, 'gone' from auth_user");
    store("insert into auth_group_permission (group_id, permission) values ('everyone', 'gone')");

    assertThat(signedIn("ann").permissions()).containsExactly("board-create");
    assertThat(account("ann").permissions()).isEmpty();
    assertThat(groups().find("everyone").orElseThrow().permissions()).isEmpty();
  }

  @Test
  void only_declared_keys_are_given() {
    make("Ops");

    assertThat(field(groups().setPermissions(BY, "Ops", Set.of("board-create", "Board-Create"))))
        .contains("permissions");
    assertThat(field(permit("ann", "nothing"))).contains("permissions");
    assertThat(groups().find("Ops").orElseThrow().permissions()).isEmpty();
  }

  @Test
  void the_key_admin_makes_an_administrator_and_so_does_a_key_that_implies_it() {
    direct("ann", "superb");
    assertThat(signedIn("ann").isAdmin()).isTrue();
    assertThat(signedIn("ann").roles()).contains("admin", "viewer", "audit.read");

    direct("ann");
    assertThat(signedIn("ann").isAdmin()).isFalse();
    make("Chiefs", "admin");
    join("Chiefs", "ann");
    assertThat(signedIn("ann").isAdmin()).isTrue();
    assertThat(signedIn("ann").role()).isEqualTo("viewer");
  }

  @Test
  @Tag("AZ-05")
  void the_last_administrator_stays_whatever_way_they_are_one() {
    make("Chiefs", "superb");
    join("Chiefs", "ann");
    RolesTest.done(
        stage
            .janua
            .accounts()
            .setRole(Actor.SYSTEM, "admin", "viewer")); // ann is one by a group now

    assertThat(kind(groups().remove(BY, "Chiefs"))).contains(Refusal.Kind.CONFLICT);
    assertThat(kind(stage.janua.memberships().remove(BY, "Chiefs", "ann")))
        .contains(Refusal.Kind.CONFLICT);
    assertThat(kind(groups().setPermissions(BY, "Chiefs", Set.of("audit.read"))))
        .contains(Refusal.Kind.CONFLICT);
    assertThat(kind(stage.janua.accounts().remove(Actor.SYSTEM, "ann")))
        .contains(Refusal.Kind.CONFLICT);
    assertThat(kind(stage.janua.accounts().change(Actor.SYSTEM, "ann", inactive())))
        .contains(Refusal.Kind.CONFLICT);

    assertThat(signedIn("ann").isAdmin()).isTrue(); // nothing of all that was left
    assertThat(members("Chiefs")).containsExactly("ann manual");
    direct("ann", "admin");
    RolesTest.done(groups().remove(BY, "Chiefs"));
    assertThat(kind(permit("ann"))).contains(Refusal.Kind.CONFLICT);
    assertThat(signedIn("ann").isAdmin()).isTrue();

    give("everyone", "admin");
    direct("ann");
    assertThat(kind(groups().setPermissions(BY, "everyone", Set.of())))
        .contains(Refusal.Kind.CONFLICT);
  }

  @Test
  @Tag("AZ-05")
  void whoever_has_no_password_or_is_inactive_is_no_administrator_to_count_on() {
    make("Chiefs", "admin");
    NewUser silent = new NewUser("silent", Optional.empty(), "viewer", nothing(), Set.of("Chiefs"));
    RolesTest.done(stage.janua.accounts().create(Actor.SYSTEM, silent));
    join("Chiefs", "ann");
    RolesTest.done(stage.janua.accounts().change(Actor.SYSTEM, "ann", inactive()));

    assertThat(kind(stage.janua.accounts().setRole(Actor.SYSTEM, "admin", "viewer")))
        .contains(Refusal.Kind.CONFLICT);
  }

  @Test
  void a_group_is_made_described_renamed_and_deleted() {
    GroupView made = RolesTest.done(groups().create(BY, "Ops", Optional.of("by night")));
    assertThat(made.group().description()).isEqualTo("by night");
    assertThat(made.members()).isEmpty();

    RolesTest.done(
        groups().change(BY, "OPS", new GroupChange(Optional.of("ops"), UnaryOperator.identity())));
    assertThat(groups().find("Ops").orElseThrow().group().name()).isEqualTo("ops");
    RolesTest.done(groups().change(BY, "ops", new GroupChange(Optional.empty(), was -> null)));
    assertThat(groups().find("ops").orElseThrow().group().description()).isNull();

    RolesTest.done(groups().remove(BY, "Ops"));
    assertThat(groups().find("ops")).isEmpty();
    assertThat(kind(groups().remove(BY, "ops"))).contains(Refusal.Kind.NOT_FOUND);
    assertThat(kind(groups().setPermissions(BY, "ops", Set.of()))).contains(Refusal.Kind.NOT_FOUND);
  }

  @Test
  @Tag("AZ-06")
  void a_name_is_taken_in_whatever_case_and_form_and_nothing_in_it_is_special() {
    List.of("Zoë", "100%", "a_b").forEach(this::make);

    for (String same : List.of("zoë", "ZOË", "Zoe\u0308", "A_B", "Everyone")) {
      assertThat(kind(groups().create(BY, same, Optional.empty())))
          .as(same)
          .contains(Refusal.Kind.CONFLICT);
    }
    List.of("Zoe", "1000", "axb", "%").forEach(this::make);
    assertThat(
            kind(
                groups()
                    .change(
                        BY, "axb", new GroupChange(Optional.of("A_b"), UnaryOperator.identity()))))
        .contains(Refusal.Kind.CONFLICT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " a",
        "a ",
        "a\u00a0",
        "\u2003a",
        "a\nb",
        "a\u0000",
        "a\u0085",
        "\ud800",
        ".",
        "..",
        "a/b",
        "a\\b",
        "a;b",
        "a#b",
        "a\u2028b",
        "everyone\u200b",
        "every\u2060one",
        "\u202eenoyreve",
        "everyone\u200d",
        "\u3164"
      })
  @Tag("AZ-06")
  void what_is_no_name_is_refused_and_named(String name) {
    assertThat(field(groups().create(BY, name, Optional.empty()))).contains("name");
    assertThat(groups().find(name)).isEmpty();
  }

  @Test
  void a_name_of_64_characters_is_the_longest_whatever_they_are() {
    make("\uD83D\uDEAA".repeat(64));
    make("\u0645\u06cc\u200c\u062e"); // a joiner between letters is spelling

    assertThat(field(groups().create(BY, "\uD83D\uDEAA".repeat(65), Optional.empty())))
        .contains("name");
    assertThat(field(groups().create(BY, "a", Optional.of("x".repeat(256)))))
        .contains("description");
    assertThat(field(groups().create(BY, "a", Optional.of("x\ny")))).contains("description");
  }

  @Test
  void everyone_is_described_and_given_keys_and_nothing_else() {
    RolesTest.done(
        groups().change(BY, "everyone", new GroupChange(Optional.empty(), was -> "all of us")));
    assertThat(groups().find("everyone").orElseThrow().group().description())
        .isEqualTo("all of us");

    for (Outcome<?> refused :
        List.of(
            groups()
                .change(
                    BY, "everyone", new GroupChange(Optional.of("All"), UnaryOperator.identity())),
            groups().remove(BY, "EVERYONE"),
            stage.janua.memberships().add(BY, "everyone", "ann"),
            stage.janua.memberships().remove(BY, "everyone", "ann"))) {
      assertThat(kind(refused)).contains(Refusal.Kind.CONFLICT);
    }
    assertThat(groups().find("everyone").orElseThrow().members()).isEmpty();
  }

  @Test
  void members_are_put_and_removed_and_somebody_elses_word_stays() {
    make("Ops");
    join("ops", "ANN");
    join("Ops", "ann"); // once more is fine
    assertThat(members("Ops")).containsExactly("ann manual");

    String group = groups().find("Ops").orElseThrow().group().id();
    String ann = stage.row("ann").id();
    stage.database.<Boolean>write(tx -> tx.groups().addMember(group, ann, Origin.LDAP));
    assertThat(members("Ops")).containsExactly("ann ldap", "ann manual");
    RolesTest.done(stage.janua.memberships().remove(BY, "Ops", "ann"));
    assertThat(members("Ops")).containsExactly("ann ldap");
    assertThat(kind(stage.janua.memberships().remove(BY, "Ops", "ann")))
        .contains(Refusal.Kind.CONFLICT);

    assertThat(kind(stage.janua.memberships().remove(BY, "Ops", "admin")))
        .contains(Refusal.Kind.NOT_FOUND);
    assertThat(kind(stage.janua.memberships().add(BY, "Ops", "nobody")))
        .contains(Refusal.Kind.NOT_FOUND);
    assertThat(kind(stage.janua.memberships().add(BY, "none", "ann")))
        .contains(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void the_list_shows_every_group_by_name_page_by_page() {
    make("zeta", "board-create");
    make("Beta");
    join("zeta", "ann");
    join("zeta", "admin");

    assertThat(groups().page(null, 2))
        .extracting(summary -> summary.group().name())
        .containsExactly("Beta", "everyone");
    List<GroupSummary> rest = groups().page("everyone", 2);
    assertThat(rest).hasSize(1);
    assertThat(rest.get(0).members()).isEqualTo(2);
    assertThat(rest.get(0).permissions()).containsExactly("board-create");
  }

  @Test
  void a_new_account_is_put_into_groups_or_not_made() {
    make("Ops", "board-create");
    NewUser bob =
        new NewUser("bob", Optional.empty(), "viewer", nothing(), Set.of("OPS", "ops", "everyone"));
    RolesTest.done(stage.janua.accounts().create(Actor.SYSTEM, bob));
    NewUser eve = new NewUser("eve", Optional.empty(), "viewer", nothing(), Set.of("Ops", "none"));

    assertThat(field(stage.janua.accounts().create(Actor.SYSTEM, eve))).contains("groups");

    assertThat(stage.janua.accounts().find("eve")).isEmpty();
    assertThat(members("Ops")).containsExactly("bob manual");
    assertThat(account("bob").groups()).extracting(Group::name).containsExactly("everyone", "Ops");
  }

  @Test
  @Tag("AZ-06")
  void a_namesake_of_what_was_deleted_inherits_nothing() {
    make("Ops", "board-create");
    join("Ops", "ann");
    direct("ann", "audit.read");
    RolesTest.done(groups().remove(BY, "Ops"));
    make("Ops");
    assertThat(members("Ops")).isEmpty();

    RolesTest.done(stage.janua.accounts().remove(Actor.SYSTEM, "ann"));
    stage.addUser("ann", "viewer");
    assertThat(signedIn("ann").permissions()).isEmpty();
    assertThat(signedIn("ann").groups()).containsExactly(Group.EVERYONE);
  }

  @Test
  void a_refused_change_of_an_account_leaves_nothing_behind() {
    UserChange change =
        new UserChange(
            Optional.of("viewer"),
            Optional.empty(),
            was -> "New name",
            UnaryOperator.identity(),
            Optional.of(Set.of("board-create")));

    assertThat(kind(stage.janua.accounts().change(Actor.SYSTEM, "admin", change)))
        .contains(Refusal.Kind.CONFLICT);

    assertThat(account("admin").permissions()).isEmpty();
    assertThat(stage.row("admin").displayName()).isNull();
    assertThat(stage.row("admin").role()).isEqualTo("admin");
  }

  @Test
  void the_token_names_the_role_and_the_keys_and_no_group() {
    make("Ops", "board-modify");
    join("Ops", "ann");
    Opened session = stage.signIn("ann");

    assertThat(session.identity().roles())
        .containsExactlyInAnyOrder("viewer", "board-modify", "board-view");
  }

  @Test
  @Tag("AU-02")
  void every_change_is_written_down_and_a_refused_one_is_not() {
    Actor root = new Actor(Optional.of("0a"), "root", Optional.of("0b"), Stage.CLIENT);
    RolesTest.done(groups().create(root, "Ops", Optional.of("by night")));
    RolesTest.done(groups().setPermissions(root, "Ops", Set.of("board-view", "audit.read")));
    RolesTest.done(groups().setPermissions(root, "Ops", Set.of("audit.read", "board-view")));
    RolesTest.done(stage.janua.memberships().add(root, "Ops", "ann"));
    RolesTest.done(stage.janua.memberships().add(root, "Ops", "ann")); // nothing changed
    RolesTest.done(stage.janua.memberships().remove(root, "Ops", "ann"));
    RolesTest.done(groups().change(root, "Ops", new GroupChange(Optional.of("Crew"), was -> null)));
    RolesTest.done(groups().change(root, "Crew", new GroupChange(Optional.empty(), was -> was)));
    RolesTest.done(stage.janua.memberships().add(BY, "Crew", "ann"));
    assertThat(kind(groups().remove(root, "everyone"))).contains(Refusal.Kind.CONFLICT);
    RolesTest.done(groups().remove(root, "Crew"));

    assertThat(written("root"))
        .containsExactlyInAnyOrder(
            "group_changed Crew {\"change\":\"deleted\","
                + "\"permissions\":[\"audit.read\",\"board-view\"],\"members\":[\"ann\"]}",
            "group_changed Crew {\"name\":{\"from\":\"Ops\",\"to\":\"Crew\"},"
                + "\"description\":{\"from\":\"by night\",\"to\":\"\"}}",
            "group_changed ann {\"change\":\"member_removed\",\"group\":\"Ops\"}",
            "group_changed ann {\"change\":\"member_added\",\"group\":\"Ops\"}",
            "permission_changed Ops"
                + " {\"permissions\":{\"removed\":[],\"added\":[\"audit.read\",\"board-view\"]}}",
            "group_changed Ops {\"change\":\"made\"}");
    assertThat(written("ann")).hasSize(3); // also under the name of whom it was done to
  }

  private List<String> written(String user) {
    AuditQuery query =
        new AuditQuery(Optional.of(user), Optional.empty(), Optional.empty(), Optional.empty());
    return stage.janua.auditLog().page(query, Optional.empty(), 50).stream()
        .filter(row -> row.action().endsWith("_changed"))
        .map(row -> row.action() + " " + row.subjectName() + " " + row.details())
        .toList();
  }

  private Groups groups() {
    return stage.janua.groups();
  }

  private void make(String name, String... keys) {
    RolesTest.done(groups().create(BY, name, Optional.empty()));
    give(name, keys);
  }

  private void give(String name, String... keys) {
    RolesTest.done(groups().setPermissions(BY, name, Set.of(keys)));
  }

  private void join(String name, String user) {
    RolesTest.done(stage.janua.memberships().add(BY, name, user));
  }

  private void rename(String name, String other) {
    RolesTest.done(
        groups().change(BY, name, new GroupChange(Optional.of(other), UnaryOperator.identity())));
  }

  private void direct(String user, String... keys) {
    RolesTest.done(permit(user, keys));
  }

  private Outcome<?> permit(String user, String... keys) {
    UserChange change =
        new UserChange(
            Optional.empty(),
            Optional.empty(),
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            Optional.of(Set.of(keys)));
    return stage.janua.accounts().change(Actor.SYSTEM, user, change);
  }

  private static UserChange inactive() {
    return new UserChange(
        Optional.empty(), Optional.of(false), UnaryOperator.identity(), UnaryOperator.identity());
  }

  private static Profile nothing() {
    return new Profile(null, null, null);
  }

  private AccountView account(String name) {
    return stage.janua.accounts().views(List.of(stage.row(name))).get(0);
  }

  private List<String> members(String name) {
    return groups().find(name).orElseThrow().members().stream()
        .map(member -> member.username() + " " + member.origin().text())
        .toList();
  }

  private void store(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(stage.url());
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
    stage.clock.goOn(Duration.ofSeconds(6));
  }

  private Identity signedIn(String name) {
    return caller(stage.signIn(name));
  }

  private Identity caller(Opened session) {
    return stage.withCookie(session).caller().orElseThrow();
  }

  private Set<String> permissions(Opened session) {
    return caller(session).permissions();
  }

  private static Optional<Refusal.Kind> kind(Outcome<?> outcome) {
    return outcome.fold(done -> Optional.empty(), refusal -> Optional.of(refusal.kind()));
  }

  private static Optional<String> field(Outcome<?> outcome) {
    return outcome.fold(done -> Optional.empty(), refusal -> Optional.of(refusal.field()));
  }
}
