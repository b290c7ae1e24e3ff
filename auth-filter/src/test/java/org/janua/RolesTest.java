package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.janua.access.Actor;
import org.janua.access.Identity;
import org.janua.account.Outcome;
import org.janua.account.Refusal;
import org.janua.account.RoleView;
import org.janua.account.UserChange;
import org.janua.api.ResourceRef;
import org.janua.api.VisibleIds;
import org.janua.config.CustomRole;
import org.janua.memory.Recent;
import org.janua.request.AnyRequest;
import org.janua.request.Verdict;
import org.janua.session.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles and what they give, on the real composition and a real database. */
class RolesTest {

  private static final String VIEW = "view";

  private Stage stage;

  @BeforeEach
  void open() {
    stage = new Stage(Stage.role("operator", "front_door", "garage"));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void a_custom_role_reads_what_it_lists_and_is_a_role_to_the_container() {
    stage.addUser("olga", "operator");
    Identity olga = signedIn("olga");

    assertThat(olga.roles()).containsExactly("operator");
    assertThat(reads(olga, "front_door")).isTrue();
    assertThat(reads(olga, "side_yard")).isFalse();
    assertThat(olga.reach().visible(VIEW, "camera").ids())
        .containsExactlyInAnyOrder("front_door", "garage");
    assertThat(olga.reach().visible(VIEW, "board")).isEqualTo(VisibleIds.NONE);
  }

  @Test
  void a_viewer_reads_the_types_that_viewers_may_read_and_an_administrator_does_everything() {
    stage.addUser("vera", "viewer");
    stage.addUser("root", "admin");
    Identity vera = signedIn("vera");
    Identity root = signedIn("root");

    assertThat(reads(vera, "anything")).isTrue();
    assertThat(vera.reach().allows(VIEW, new ResourceRef("board", "b"))).isFalse();
    assertThat(root.reach().allows("modify", new ResourceRef("board", "b"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"view", "modify", "delete", "", "*"})
  void a_type_or_level_nobody_declared_is_denied_to_everybody(String level) {
    stage.addUser("root", "admin");

    assertThat(signedIn("root").reach().allows(level, new ResourceRef("bord", "b"))).isFalse();
    assertThat(signedIn("root").reach().allows("delete", new ResourceRef("board", "b"))).isFalse();
  }

  @Test
  void a_thing_that_is_called_like_the_wildcard_is_one_thing() {
    stage.addUser("olga", "operator");

    assertThat(reads(signedIn("olga"), CustomRole.EVERYTHING)).isFalse();
  }

  @Test
  void the_wildcard_says_everything_of_a_type() {
    done(stage.janua.roles().create(Actor.SYSTEM, Stage.role("guard", CustomRole.EVERYTHING)));
    stage.addUser("gus", "guard");

    assertThat(reads(signedIn("gus"), "side_yard")).isTrue();
  }

  @Test
  void a_list_too_long_to_be_written_quickly_is_refused() {
    String[] ids = IntStream.range(0, 1_001).mapToObj(n -> "camera" + n).toArray(String[]::new);

    assertThat(kind(stage.janua.roles().create(Actor.SYSTEM, Stage.role("guard", ids))))
        .contains(Refusal.Kind.INVALID);
    done(stage.janua.roles().create(Actor.SYSTEM, Stage.role("guard", Arrays.copyOf(ids, 1_000))));
  }

  @Test
  void a_signed_in_request_with_a_custom_role_issues_no_sql_in_the_steady_state() {
    stage.addUser("olga", "operator");
    Opened session = stage.signIn("olga");
    assertThat(reads(caller(session), "garage")).isTrue();
    long before = stage.meter.statements();

    for (int i = 0; i < 100; i++) {
      assertThat(reads(caller(session), "garage")).isTrue();
    }

    assertThat(stage.meter.statements()).isEqualTo(before);
  }

  @Test
  @Tag("JW-12")
  void what_a_role_may_read_changes_at_the_next_request() {
    stage.addUser("olga", "operator");
    Opened session = stage.signIn("olga");
    assertThat(reads(caller(session), "garage")).isTrue();

    done(stage.janua.roles().replace(Actor.SYSTEM, Stage.role("operator", "side_yard")));

    assertThat(reads(caller(session), "garage")).isFalse();
    assertThat(reads(caller(session), "side_yard")).isTrue();
  }

  @Test
  @Tag("AZ-11")
  void what_a_role_may_read_changes_on_another_node_within_five_seconds() {
    stage.addUser("olga", "operator");
    try (Stage other = stage.secondNode()) {
      Opened session = stage.signIn("olga");
      assertThat(
              other.janua.entitlements().ofRole("operator").reach().visible(VIEW, "camera").ids())
          .contains("garage");
      stage.clock.goOn(Duration.ofSeconds(3)); // the book is older than the session's snapshot
      assertThat(reads(other.withCookie(session).caller().orElseThrow(), "garage")).isTrue();

      done(stage.janua.roles().replace(Actor.SYSTEM, Stage.role("operator", "side_yard")));
      stage.clock.goOn(Recent.FRESH.plusMillis(1));

      assertThat(reads(other.withCookie(session).caller().orElseThrow(), "garage")).isFalse();
      assertThat(
              other.janua.entitlements().ofRole("operator").reach().visible(VIEW, "camera").ids())
          .containsExactly("side_yard");
    }
  }

  @Test
  void a_deleted_role_makes_its_users_viewers_at_the_next_request() {
    stage.addUser("olga", "operator");
    stage.addUser("omar", "operator");
    stage.addUser("vera", "viewer");
    Opened session = stage.signIn("olga");
    assertThat(reads(caller(session), "side_yard")).isFalse();

    assertThat(done(stage.janua.roles().remove(Actor.SYSTEM, "operator"))).isEqualTo(2);

    assertThat(caller(session).role()).isEqualTo("viewer");
    assertThat(reads(caller(session), "side_yard")).isTrue(); // what the deletion widens
    assertThat(stage.janua.roles().find("operator")).isEmpty();
    assertThat(stage.janua.roles().find("viewer").orElseThrow().users()).isEqualTo(3);
  }

  @Test
  void a_role_nobody_knows_gives_nothing() {
    assertThat(stage.janua.entitlements().ofRole("king").roles()).isEmpty();
    assertThat(stage.janua.entitlements().ofRole("Operator").roles()).isEmpty();
    assertThat(stage.janua.entitlements().ofRole("ADMIN").roles()).isEmpty();
    assertThat(stage.janua.entitlements().ofRole("").reach().byType()).isEmpty();
  }

  @Test
  void the_book_is_read_from_memory_until_something_changes_here() {
    assertThat(stage.janua.roleBook().names()).containsExactly("admin", "operator", "viewer");
    assertThat(stage.janua.entitlements().ofRole("operator").roles()).containsExactly("operator");
    long before = stage.meter.statements();
    assertThat(stage.janua.roleBook().names()).hasSize(3);
    assertThat(stage.janua.entitlements().ofRole("operator").roles()).containsExactly("operator");
    assertThat(stage.meter.statements()).isEqualTo(before);

    done(stage.janua.roles().create(Actor.SYSTEM, Stage.role("guard", "garage")));

    assertThat(stage.janua.entitlements().ofRole("guard").roles()).containsExactly("guard");
  }

  @Test
  void roles_stand_in_the_order_of_the_configuration_then_by_name_between_admin_and_viewer() {
    try (Stage other = stage.startedWith(Stage.role("zoo", "a"), Stage.role("ark", "a"))) {
      done(other.janua.roles().create(Actor.SYSTEM, Stage.role("m", "a")));
      done(other.janua.roles().create(Actor.SYSTEM, Stage.role("B", "a")));

      assertThat(other.janua.roleBook().names())
          .containsExactly("admin", "zoo", "ark", "B", "m", "viewer");
    }
  }

  @Test
  void the_list_shows_every_role_by_name_page_by_page() {
    done(stage.janua.roles().create(Actor.SYSTEM, Stage.role("Beta", "garage")));
    done(stage.janua.roles().create(Actor.SYSTEM, Stage.role("zeta", "garage")));
    stage.addUser("olga", "operator");

    assertThat(names(null, 3)).containsExactly("admin", "Beta", "operator");
    assertThat(names("operator", 3)).containsExactly("viewer", "zeta");
    RoleView operator = stage.janua.roles().find("operator").orElseThrow();
    assertThat(operator.users()).isEqualTo(1);
    assertThat(operator.resources()).isEqualTo(Map.of("camera", Set.of("front_door", "garage")));
    assertThat(stage.janua.roles().find("admin").orElseThrow().resources().keySet())
        .containsExactlyInAnyOrder("camera", "board");
    assertThat(stage.janua.roles().find("viewer").orElseThrow().resources().keySet())
        .containsExactly("camera");
  }

  @Test
  @Tag("AZ-06")
  void a_name_is_taken_in_whatever_case() {
    assertThat(kind(stage.janua.roles().create(Actor.SYSTEM, Stage.role("OPERATOR", "garage"))))
        .contains(Refusal.Kind.CONFLICT);
    assertThat(kind(stage.janua.roles().create(Actor.SYSTEM, Stage.role("Admin", "garage"))))
        .contains(Refusal.Kind.CONFLICT);
  }

  @Test
  void the_roles_that_are_always_there_never_change() {
    for (String name : List.of("admin", "viewer", "Viewer")) {
      assertThat(kind(stage.janua.roles().replace(Actor.SYSTEM, Stage.role(name, "garage"))))
          .contains(Refusal.Kind.CONFLICT);
      assertThat(kind(stage.janua.roles().remove(Actor.SYSTEM, name)))
          .contains(Refusal.Kind.CONFLICT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ".", "..", "_", "a b", "a-b", "é", "a\n", "a/b", "\u0000", "Ⅷ", "\u212a"})
  void what_is_no_name_is_refused_and_named(String name) {
    assertThat(field(stage.janua.roles().create(Actor.SYSTEM, Stage.role(name, "garage"))))
        .contains("name");
    assertThat(kind(stage.janua.roles().remove(Actor.SYSTEM, name)))
        .contains(Refusal.Kind.NOT_FOUND);
  }

  @Test
  void a_name_of_64_characters_is_the_longest() {
    done(stage.janua.roles().create(Actor.SYSTEM, Stage.role("r".repeat(64), "garage")));

    assertThat(
            field(stage.janua.roles().create(Actor.SYSTEM, Stage.role("s".repeat(65), "garage"))))
        .contains("name");
  }

  @Test
  void a_permission_key_is_no_name_of_a_role() {
    try (Stage keys = new Stage()) {
      assertThat(field(keys.janua.roles().create(Actor.SYSTEM, Stage.role("AUDIT.READ", "garage"))))
          .contains("name");
    }
  }

  @Test
  void what_is_wrong_with_the_resources_is_named() {
    assertThat(field(create(Map.of()))).contains("resources");
    assertThat(field(create(Map.of("camera", Set.of())))).contains("resources.camera");
    assertThat(field(create(Map.of("camera", Set.of("*", "a"))))).contains("resources.camera");
    assertThat(field(create(Map.of("camera", Set.of(""))))).contains("resources.camera");
    assertThat(field(create(Map.of("camera", Set.of("a\u0000"))))).contains("resources.camera");
    assertThat(field(create(Map.of("camera", Set.of("\ud800"))))).contains("resources.camera");
    assertThat(field(create(Map.of("camera", Set.of("a".repeat(256))))))
        .contains("resources.camera");
    assertThat(field(create(Map.of("rocket", Set.of("a"))))).contains("resources.rocket");
    assertThat(stage.janua.roles().find("new")).isEmpty();
  }

  @Test
  void ids_of_other_scripts_are_kept_as_they_are() {
    Set<String> ids = Set.of("Tür", "门", "\uD83D\uDEAA", " a ", "x".repeat(255));
    done(create(Map.of("camera", ids)));

    assertThat(stage.janua.roles().find("new").orElseThrow().resources())
        .isEqualTo(Map.of("camera", ids));
  }

  @Test
  void an_account_is_given_a_role_by_its_exact_name_only() {
    stage.addUser("vera", "viewer");

    assertThat(field(stage.janua.accounts().setRole(Actor.SYSTEM, "vera", "Operator")))
        .contains("role");
    assertThat(field(stage.janua.accounts().setRole(Actor.SYSTEM, "vera", "Admin")))
        .contains("role");
    done(stage.janua.accounts().setRole(Actor.SYSTEM, "vera", "operator"));
  }

  @Test
  void whoever_becomes_inactive_loses_every_session_at_once_and_for_good() {
    stage.addUser("olga", "operator");
    Opened here = stage.signIn("olga");
    Opened there = stage.signIn("olga");
    assertThat(caller(here).name()).isEqualTo("olga");

    assertThat(done(stage.janua.accounts().change(Actor.SYSTEM, "olga", status(false))).active())
        .isFalse();

    assertThat(stage.withCookie(here)).isInstanceOf(Verdict.Rejected.class);
    assertThat(stage.withBearer(there)).isInstanceOf(Verdict.Rejected.class);

    done(stage.janua.accounts().change(Actor.SYSTEM, "olga", status(true)));

    assertThat(stage.withBearer(there)).isInstanceOf(Verdict.Rejected.class);
    assertThat(signedIn("olga").role()).isEqualTo("operator");
  }

  @Test
  void a_change_that_is_refused_changes_nothing() {
    stage.addUser("olga", "operator");
    UserChange wrong =
        new UserChange(Optional.of("admin"), Optional.of(false), any -> "Olga", any -> "no mail");

    assertThat(field(stage.janua.accounts().change(Actor.SYSTEM, "olga", wrong))).contains("email");

    assertThat(stage.janua.accounts().find("olga").orElseThrow())
        .matches(user -> user.active() && user.role().equals("operator"))
        .matches(user -> user.displayName() == null);
  }

  @Test
  @Tag("AZ-05")
  void the_last_administrator_is_neither_disabled_nor_demoted_with_something_else() {
    assertThat(kind(stage.janua.accounts().change(Actor.SYSTEM, "admin", status(false))))
        .contains(Refusal.Kind.CONFLICT);
    assertThat(
            kind(
                stage
                    .janua
                    .accounts()
                    .change(
                        Actor.SYSTEM,
                        "admin",
                        new UserChange(
                            Optional.of("operator"), Optional.of(true), any -> "A", any -> null))))
        .contains(Refusal.Kind.CONFLICT);
    assertThat(stage.janua.accounts().find("admin").orElseThrow().displayName()).isNull();
  }

  @Test
  void the_caller_on_an_internal_port_reaches_everything() {
    Verdict verdict =
        stage.janua.authenticator().authenticate(AnyRequest.get("/api/me").arrivingAt(5000));

    assertThat(reads(verdict.caller().orElseThrow(), "side_yard")).isTrue();
  }

  private static UserChange status(boolean active) {
    return new UserChange(
        Optional.empty(), Optional.of(active), UnaryOperator.identity(), UnaryOperator.identity());
  }

  private Outcome<RoleView> create(Map<String, Set<String>> resources) {
    return stage.janua.roles().create(Actor.SYSTEM, new CustomRole("new", resources));
  }

  private List<String> names(String after, int limit) {
    return stage.janua.roles().page(after, limit).stream().map(RoleView::name).toList();
  }

  private Identity signedIn(String name) {
    return caller(stage.signIn(name));
  }

  private Identity caller(Opened session) {
    return stage.withCookie(session).caller().orElseThrow();
  }

  private static boolean reads(Identity caller, String camera) {
    return caller.reach().allows(VIEW, new ResourceRef("camera", camera));
  }

  static <T> T done(Outcome<? extends T> outcome) {
    return outcome.fold(
        value -> value,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static Optional<Refusal.Kind> kind(Outcome<?> outcome) {
    return outcome.fold(done -> Optional.empty(), refusal -> Optional.of(refusal.kind()));
  }

  private static Optional<String> field(Outcome<?> outcome) {
    return outcome.fold(done -> Optional.empty(), refusal -> Optional.of(refusal.field()));
  }
}
