package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.janua.access.Actor;
import org.janua.access.Entitlement;
import org.janua.access.Identity;
import org.janua.access.Standing;
import org.janua.account.GroupChange;
import org.janua.account.Outcome;
import org.janua.account.Refusal;
import org.janua.account.UserChange;
import org.janua.api.Explanation;
import org.janua.api.Registration;
import org.janua.api.ResourceRef;
import org.janua.api.VisiblePage;
import org.janua.api.event.Action;
import org.janua.memory.Recent;
import org.janua.resource.Share;
import org.janua.resource.SharedThing;
import org.janua.resource.SharingChange;
import org.janua.session.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is given of single things, on the real composition and a real database. */
class ResourcesTest {

  private static final ResourceRef NEWS = new ResourceRef("board", "news");
  private static final ResourceRef GARAGE = new ResourceRef("camera", "garage");

  private final Map<String, Opened> sessions = new HashMap<>();
  private Stage stage;
  private Identity maker;

  @BeforeEach
  void open() {
    stage = new Stage(Stage.role("operator", "front_door", "garage"));
    stage.addUser("root", "admin");
    stage.addUser("mia", "viewer");
    stage.addUser("ann", "viewer");
    stage.janua.groups().setPermissions(Actor.SYSTEM, "everyone", Set.of("board-create"));
    maker = signedIn("mia");
    assertThat(stage.janua.things().registry().add(maker, NEWS)).isTrue();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whoever_makes_a_thing_has_the_strongest_level_on_it_and_others_have_none() {
    assertThat(can("mia", "full", NEWS)).isTrue();
    assertThat(can("ann", "view", NEWS)).isFalse();
    assertThat(can("root", "full", NEWS)).isTrue();
    assertThat(stage.janua.things().decisions().allows(Standing.GUEST, "view", NEWS)).isFalse();
    assertThat(stage.janua.things().registry().find(NEWS))
        .contains(new Registration(Optional.of("mia"), false));
  }

  @Test
  void a_thing_is_added_once_and_only_under_an_id_that_it_can_have() {
    assertThat(stage.janua.things().registry().add(signedIn("ann"), NEWS)).isFalse();
    for (String id : List.of("", "x".repeat(256), "a\0", "\ud800")) {
      assertThat(stage.janua.things().registry().add(maker, new ResourceRef("board", id)))
          .isFalse();
    }

    assertThat(can("ann", "view", NEWS)).isFalse();
    assertThat(can("mia", "full", NEWS)).isTrue();
  }

  @Test
  void making_a_thing_needs_the_key_of_its_type_and_a_type() {
    stage.janua.groups().setPermissions(Actor.SYSTEM, "everyone", Set.of());
    stage.clock.goOn(Duration.ofSeconds(6));

    assertThat(stage.janua.things().registry().mayAdd(signedIn("ann"), "board")).isFalse();
    assertThat(stage.janua.things().registry().mayAdd(signedIn("ann"), "camera")).isTrue();
    assertThat(stage.janua.things().registry().mayAdd(signedIn("root"), "board")).isTrue();
    assertThat(stage.janua.things().registry().mayAdd(signedIn("root"), "bord")).isFalse();
  }

  @Test
  @Tag("JW-12")
  void what_is_given_and_taken_holds_at_the_next_request() {
    assertThat(can("ann", "view", NEWS)).isFalse();

    share(NEWS, List.of(new Share("ANN", "modify")), List.of());
    assertThat(can("ann", "modify", NEWS)).isTrue();
    assertThat(can("ann", "full", NEWS)).isFalse();

    share(NEWS, List.of(), List.of(new Share("Everyone", "view")));
    assertThat(can("ann", "view", NEWS)).isTrue();
    assertThat(can("ann", "modify", NEWS)).isFalse();

    share(NEWS, List.of(), List.of());
    assertThat(can("ann", "view", NEWS)).isFalse();
  }

  @Test
  void a_removed_thing_is_nobodys_and_one_of_the_same_id_inherits_nothing() {
    share(NEWS, List.of(new Share("ann", "full")), List.of());
    assertThat(can("ann", "full", NEWS)).isTrue();

    assertThat(stage.janua.things().registry().remove(NEWS)).isTrue();

    assertThat(stage.janua.things().registry().remove(NEWS)).isFalse();
    assertThat(can("ann", "view", NEWS)).isFalse();
    assertThat(can("mia", "view", NEWS)).isFalse();
    assertThat(stage.janua.things().registry().add(signedIn("root"), NEWS)).isTrue();
    assertThat(can("ann", "view", NEWS)).isFalse();
  }

  @Test
  @Tag("AZ-11")
  void what_another_node_gives_or_takes_holds_within_five_seconds() {
    try (Stage other = stage.secondNode()) {
      Opened session = stage.signIn("ann");
      Standing there = Standing.of(other.withCookie(session).caller().orElseThrow());
      assertThat(other.janua.things().decisions().allows(there, "view", NEWS)).isFalse();

      share(NEWS, List.of(new Share("ann", "view")), List.of());
      stage.clock.goOn(Recent.FRESH.plusMillis(1));
      assertThat(other.janua.things().decisions().allows(there, "view", NEWS)).isTrue();

      share(NEWS, List.of(), List.of());
      stage.clock.goOn(Recent.FRESH.plusMillis(1));
      assertThat(other.janua.things().decisions().allows(there, "view", NEWS)).isFalse();
    }
  }

  @Test
  @Tag("AZ-11")
  void what_is_changed_behind_our_back_holds_within_five_seconds() throws SQLException {
    share(NEWS, List.of(new Share("ann", "view")), List.of());
    assertThat(can("ann", "view", NEWS)).isTrue();

    try (Connection connection = DriverManager.getConnection(stage.url());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from auth_resource_user");
    }

    assertThat(can("ann", "view", NEWS)).isTrue();
    stage.clock.goOn(Recent.FRESH.plusMillis(1));
    assertThat(can("ann", "view", NEWS)).isFalse();
  }

  @Test
  void a_thing_that_was_asked_about_costs_no_statement_whether_it_is_there_or_not() {
    share(NEWS, List.of(new Share("ann", "view")), List.of());
    Standing ann = Standing.of(signedIn("ann"));
    ResourceRef nowhere = new ResourceRef("board", "nowhere");
    ask(ann, NEWS);
    ask(ann, nowhere);
    long before = stage.meter.statements();

    for (int i = 0; i < 100; i++) {
      ask(ann, NEWS);
      ask(ann, nowhere);
      ask(Standing.of(maker), NEWS);
      ask(Standing.GUEST, NEWS);
    }

    assertThat(stage.meter.statements()).isEqualTo(before);
  }

  @Test
  void what_cannot_be_given_to_anybody_costs_no_statement() {
    Standing root = Standing.of(signedIn("root"));
    Standing ann = Standing.of(signedIn("ann"));
    long before = stage.meter.statements();

    ask(root, NEWS);
    assertThat(stage.janua.things().decisions().visible(root, "full", "board").everything())
        .isTrue();
    assertThat(stage.janua.things().decisions().visible(ann, "view", "camera").everything())
        .isTrue();
    assertThat(stage.janua.things().decisions().visible(Standing.NOBODY, "view", "board").ids())
        .isEmpty();
    ask(Standing.NOBODY, NEWS);
    for (String id : List.of("", "x".repeat(256), "a\0", "\ud800")) {
      ask(ann, new ResourceRef("board", id));
    }
    ask(ann, new ResourceRef("bord", "b"));
    assertThat(stage.janua.things().decisions().allows(ann, "fly", NEWS)).isFalse();
    assertThat(stage.janua.things().decisions().visible(root, "fly", "board").ids()).isEmpty();

    assertThat(stage.meter.statements()).isEqualTo(before);
  }

  @Test
  void a_list_is_one_statement_however_long() {
    IntStream.range(0, 30)
        .forEach(
            i -> stage.janua.things().registry().add(maker, new ResourceRef("board", "b" + i)));
    long before = stage.meter.statements();

    assertThat(stage.janua.things().decisions().visible(Standing.of(maker), "view", "board").ids())
        .hasSize(31);

    assertThat(stage.meter.statements()).isEqualTo(before + 1);
  }

  @Test
  void pages_follow_each_other_and_limits_are_brought_into_range() {
    List.of("a", "b", "c")
        .forEach(id -> stage.janua.things().registry().add(maker, new ResourceRef("board", id)));

    VisiblePage first = page("", 2);
    VisiblePage second = page(first.next().orElseThrow(), 2);

    assertThat(first.ids()).containsExactly("a", "b");
    assertThat(second.ids()).containsExactly("c", "news");
    assertThat(second.next()).isEmpty();
    assertThat(page(null, 0).ids()).containsExactly("a");
    assertThat(page("zzz\0\ud800", 5_000).ids()).isEmpty();
    assertThat(page("a", -1).ids()).containsExactly("b");
  }

  @Test
  void a_role_that_lists_things_sees_them_in_the_same_pages() {
    stage.addUser("olga", "operator");
    Standing olga = Standing.of(signedIn("olga"));
    share(GARAGE, List.of(), List.of());
    share(new ResourceRef("camera", "attic"), List.of(new Share("olga", "view")), List.of());

    assertThat(stage.janua.things().decisions().visible(olga, "view", "camera").ids())
        .containsExactlyInAnyOrder("attic", "front_door", "garage");
    assertThat(stage.janua.things().decisions().visible(olga, "view", "camera", "attic", 1))
        .isEqualTo(new VisiblePage(false, List.of("front_door"), Optional.of("front_door")));
  }

  @Test
  void everybody_sees_what_is_public_and_no_more() {
    done(replace("mia", NEWS, new SharingChange(same(), true, List.of(), List.of())));

    assertThat(can("ann", "view", NEWS)).isTrue();
    assertThat(can("ann", "modify", NEWS)).isFalse();
    assertThat(stage.janua.things().decisions().allows(Standing.GUEST, "view", NEWS)).isTrue();
    assertThat(stage.janua.things().decisions().allows(Standing.GUEST, "modify", NEWS)).isFalse();
    assertThat(stage.janua.things().decisions().visible(Standing.GUEST, "view", "board").ids())
        .containsExactly("news");
    assertThat(stage.janua.things().decisions().visible(Standing.GUEST, "modify", "board").ids())
        .isEmpty();
    assertThat(stage.janua.things().registry().find(NEWS).orElseThrow().isPublic()).isTrue();
  }

  @Test
  void whom_a_proxy_answers_for_is_known_again_and_is_no_account_of_that_name() {
    Entitlement everyone = signedIn("ann").entitlement();
    Identity vouched = Identity.withoutAccount("Ann", "viewer", everyone);
    ResourceRef own = new ResourceRef("board", "own");
    assertThat(stage.janua.things().registry().add(vouched, own)).isTrue();
    share(NEWS, List.of(new Share("ann", "full")), List.of());

    Identity again = Identity.withoutAccount("ann", "viewer", everyone);
    assertThat(stage.janua.things().decisions().allows(Standing.of(again), "full", own)).isTrue();
    assertThat(stage.janua.things().decisions().allows(Standing.of(again), "view", NEWS)).isFalse();
    assertThat(can("ann", "view", own)).isFalse();
    assertThat(stage.janua.things().registry().find(own).orElseThrow().creator()).contains("ann");
    assertThat(done(stage.janua.things().sharing().find(again, own)).creator()).contains("ann");
  }

  @Test
  void a_name_of_any_length_that_a_proxy_sends_breaks_nothing() {
    Identity long255 =
        Identity.withoutAccount(
            "\ud801\udc00".repeat(255), "viewer", signedIn("ann").entitlement());
    ResourceRef own = new ResourceRef("board", "own");

    assertThat(stage.janua.things().registry().add(long255, own)).isTrue();

    assertThat(stage.janua.things().registry().find(own).orElseThrow().creator()).isEmpty();
    assertThat(
            stage.janua.things().decisions().visible(Standing.of(long255), "view", "board").ids())
        .isEmpty();
  }

  @Test
  void what_is_given_is_shown_by_the_names_of_today() {
    stage.janua.groups().create(Actor.SYSTEM, "Ops", Optional.empty());
    share(NEWS, List.of(new Share("ann", "view")), List.of(new Share("ops", "modify")));
    stage
        .janua
        .groups()
        .change(Actor.SYSTEM, "ops", new GroupChange(Optional.of("Operations"), same()));

    assertThat(done(stage.janua.things().sharing().find(maker, NEWS)))
        .isEqualTo(
            new SharedThing(
                Optional.of("mia"),
                false,
                List.of(new Share("ann", "view")),
                List.of(new Share("Operations", "modify"))));
  }

  @Test
  @Tag("AZ-02")
  void whoever_has_no_level_is_told_what_is_told_of_a_thing_that_is_not_there() {
    Identity ann = signedIn("ann");
    Optional<Refusal> absent =
        refusal(stage.janua.things().sharing().find(ann, new ResourceRef("board", "nowhere")));

    assertThat(absent.orElseThrow().kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
    assertThat(refusal(stage.janua.things().sharing().find(ann, NEWS))).isEqualTo(absent);
    assertThat(refusal(replace("ann", NEWS, nobody()))).isEqualTo(absent);
    assertThat(refusal(explain(ann, null, "view"))).isEqualTo(absent);
    assertThat(refusal(stage.janua.things().sharing().find(ann, new ResourceRef("bord", "x"))))
        .isEqualTo(absent);

    share(NEWS, List.of(new Share("ann", "modify")), List.of());

    assertThat(kind(stage.janua.things().sharing().find(ann, NEWS)))
        .isEqualTo(Refusal.Kind.FORBIDDEN);
    assertThat(kind(replace("ann", NEWS, nobody()))).isEqualTo(Refusal.Kind.FORBIDDEN);
    assertThat(kind(explain(ann, "mia", "view"))).isEqualTo(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void a_thing_that_was_not_added_is_not_there_for_anybody_unless_nobody_tells_of_its_type() {
    Identity root = signedIn("root");
    ResourceRef nowhere = new ResourceRef("board", "nowhere");

    assertThat(kind(stage.janua.things().sharing().find(root, nowhere)))
        .isEqualTo(Refusal.Kind.NOT_FOUND);
    assertThat(kind(replace("root", nowhere, nobody()))).isEqualTo(Refusal.Kind.NOT_FOUND);
    assertThat(done(stage.janua.things().sharing().find(root, GARAGE)).users()).isEmpty();
    stage.addUser("olga", "operator");
    share(GARAGE, List.of(new Share("olga", "view")), List.of());
    assertThat(can("olga", "view", GARAGE)).isTrue();
  }

  @Test
  @Tag("AZ-04")
  void whoever_only_reads_a_thing_shows_it_to_nobody_where_there_is_no_other_level() {
    stage.addUser("olga", "operator");
    ResourceRef attic = new ResourceRef("camera", "attic");
    SharingChange toOlga =
        new SharingChange(same(), false, List.of(new Share("olga", "view")), List.of());
    assertThat(can("mia", "view", attic)).isTrue(); // as every viewer

    assertThat(kind(replace("mia", attic, toOlga))).isEqualTo(Refusal.Kind.FORBIDDEN);
    assertThat(kind(stage.janua.things().sharing().find(maker, attic)))
        .isEqualTo(Refusal.Kind.FORBIDDEN);
    assertThat(can("olga", "view", attic)).isFalse();
    assertThat(stage.janua.things().registry().find(attic)).isEmpty();

    done(replace("root", attic, toOlga));
    assertThat(kind(replace("olga", attic, nobody()))).isEqualTo(Refusal.Kind.FORBIDDEN);
    assertThat(stage.janua.things().registry().add(maker, GARAGE)).isTrue();
    done(replace("mia", GARAGE, toOlga));
  }

  @Test
  void what_is_wrong_with_a_change_is_named_and_changes_nothing() {
    Share good = new Share("ann", "view");
    assertThat(fault(List.of(good, new Share("eve", "view")), List.of()))
        .isEqualTo("users[1].username");
    assertThat(fault(List.of(new Share("ann", "fly")), List.of())).isEqualTo("users[0].level");
    assertThat(fault(List.of(good, new Share("Ann", "full")), List.of()))
        .isEqualTo("users[1].username");
    assertThat(fault(List.of(), List.of(new Share("ops", "view")))).isEqualTo("groups[0].name");
    assertThat(fault(List.of(), List.of(new Share("a\0", "view")))).isEqualTo("groups[0].name");
    assertThat(fault(Collections.nCopies(1_001, good), List.of())).isEqualTo("users");
    assertThat(
            refusal(replace("root", GARAGE, new SharingChange(same(), true, List.of(), List.of())))
                .orElseThrow()
                .field())
        .isEqualTo("public");
    assertThat(done(stage.janua.things().sharing().find(maker, NEWS)).users()).isEmpty();
  }

  @Test
  void only_an_administrator_names_another_creator() {
    assertThat(kind(replace("mia", NEWS, creator("ann")))).isEqualTo(Refusal.Kind.FORBIDDEN);
    assertThat(kind(replace("mia", NEWS, creator(null)))).isEqualTo(Refusal.Kind.FORBIDDEN);
    assertThat(done(replace("mia", NEWS, creator("MIA"))).creator()).contains("mia");
    assertThat(refusal(replace("root", NEWS, creator("eve"))).orElseThrow().field())
        .isEqualTo("creator");

    assertThat(done(replace("root", NEWS, creator("ann"))).creator()).contains("ann");

    assertThat(can("ann", "full", NEWS)).isTrue();
    assertThat(can("mia", "view", NEWS)).isFalse();
    assertThat(done(replace("root", NEWS, creator(null))).creator()).isEmpty();
    assertThat(can("ann", "view", NEWS)).isFalse();
  }

  @Test
  @Tag("AZ-06")
  void a_namesake_of_a_deleted_user_has_nothing_of_theirs() {
    share(NEWS, List.of(new Share("ann", "full")), List.of());
    done(stage.janua.accounts().remove(Actor.SYSTEM, "ann"));
    done(stage.janua.accounts().remove(Actor.SYSTEM, "mia"));
    stage.addUser("ann", "viewer");
    stage.addUser("mia", "viewer");

    assertThat(can("ann", "view", NEWS)).isFalse();
    assertThat(can("mia", "view", NEWS)).isFalse();
    assertThat(stage.janua.things().registry().find(NEWS))
        .contains(new Registration(Optional.empty(), false));
  }

  @Test
  void an_explanation_names_what_gives_the_level() {
    stage.janua.groups().create(Actor.SYSTEM, "Ops", Optional.empty());
    done(stage.janua.memberships().add(Actor.SYSTEM, "Ops", "ann"));
    done(
        replace(
            "mia",
            NEWS,
            new SharingChange(
                same(),
                true,
                List.of(new Share("ann", "view")),
                List.of(new Share("Ops", "full")))));

    assertThat(why("ann", "view"))
        .isEqualTo(
            new Explanation(
                true,
                List.of(
                    "A grant to ann gives view.",
                    "A grant to the group Ops gives full.",
                    "This board is public, which gives view to everybody.")));
    assertThat(why("ann", "modify").because())
        .containsExactly("A grant to the group Ops gives full.");
    assertThat(why("mia", "full").because()).containsExactly("mia made this board.");
    assertThat(why("root", "full").because()).contains("The role admin gives everything.");
    stage.janua.groups().setPermissions(Actor.SYSTEM, "Ops", Set.of("board-modify"));
    assertThat(why("ann", "modify").because())
        .contains("The permission key board-modify gives modify on every board.");
  }

  @Test
  void an_explanation_of_a_denial_says_what_was_looked_at_in_vain() {
    share(NEWS, List.of(new Share("ann", "view")), List.of());

    assertThat(done(explain(signedIn("root"), "ann", "full")))
        .isEqualTo(done(explain(signedIn("ann"), null, "full")))
        .isEqualTo(
            new Explanation(
                false,
                List.of(
                    "The role viewer does not give full on this board.",
                    "No permission key that gives full on every board is held: board-full.",
                    "ann did not make this board.",
                    "The grant to ann gives view only.",
                    "There is no grant to a group of ann: everyone.",
                    "This board is not public.")));
  }

  @Test
  @Tag("AZ-03")
  void an_explanation_tells_whoever_shares_a_thing_no_role_and_groups_of_others() {
    stage.janua.groups().create(Actor.SYSTEM, "Ops", Optional.empty());
    done(stage.janua.memberships().add(Actor.SYSTEM, "Ops", "ann"));

    assertThat(why("ann", "full").because())
        .containsExactly(
            "The role does not give full on this board.",
            "No permission key that gives full on every board is held: board-full.",
            "ann did not make this board.",
            "There is no grant to ann.",
            "There is no grant to a group of ann.",
            "This board is not public.");

    share(NEWS, List.of(), List.of(new Share("Ops", "view")));
    assertThat(why("ann", "full").because())
        .contains("The grant to the group Ops gives view only.");
  }

  @Test
  void an_explanation_about_others_is_for_whoever_governs_the_thing() {
    done(stage.janua.accounts().change(Actor.SYSTEM, "ann", inactive()));

    assertThat(why("ann", "view"))
        .isEqualTo(new Explanation(false, List.of("The account ann is not active.")));
    assertThat(refusal(explain(maker, "eve", "view")).orElseThrow().field()).isEqualTo("username");
    assertThat(refusal(explain(maker, "ann", "fly")).orElseThrow().field()).isEqualTo("level");
    assertThat(done(explain(maker, "MIA", "full")).allowed()).isTrue();
    assertThat(done(explain(maker, null, null)).allowed()).isTrue();
    assertThat(done(explain(signedIn("root"), "mia", "full")).allowed()).isTrue();
  }

  @Test
  void the_application_may_ask_why_about_its_caller() {
    Identity ann = signedIn("ann");

    assertThat(
            stage
                .janua
                .things()
                .decisions()
                .explain(Optional.of(ann), Standing.of(ann), "view", NEWS)
                .allowed())
        .isFalse();
    assertThat(
            stage
                .janua
                .things()
                .decisions()
                .explain(Optional.empty(), Standing.NOBODY, "view", NEWS)
                .because())
        .containsExactly("Nobody is signed in.");
    assertThat(
            stage
                .janua
                .things()
                .decisions()
                .explain(Optional.empty(), Standing.NOBODY, "view", new ResourceRef("bord", "x"))
                .because())
        .containsExactly("There is no such type or level.");
  }

  @Test
  @Tag("AU-02")
  void what_is_given_is_written_down_with_what_was_there_before() {
    share(NEWS, List.of(new Share("ann", "view")), List.of());
    share(NEWS, List.of(new Share("ann", "view")), List.of()); // nothing changed

    assertThat(stage.events)
        .filteredOn(event -> event.action() == Action.PERMISSION_CHANGED)
        .filteredOn(event -> event.subject().name().equals("board news"))
        .singleElement()
        .satisfies(event -> assertThat(event.details().toString()).contains("ann: view"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"board-view", "board-modify", "board-full"})
  void a_key_gives_its_level_on_things_that_are_not_there_yet(String key) {
    done(stage.janua.groups().setPermissions(Actor.SYSTEM, "everyone", Set.of(key)));
    Standing ann = Standing.of(signedIn("ann"));

    assertThat(stage.janua.things().decisions().visible(ann, "view", "board").everything())
        .isTrue();
    assertThat(stage.janua.things().decisions().visible(ann, "modify", "board").everything())
        .isEqualTo(!key.equals("board-view"));
    assertThat(stage.janua.things().decisions().visible(ann, "full", "board").everything())
        .isEqualTo(key.equals("board-full"));
  }

  private void ask(Standing who, ResourceRef resource) {
    stage.janua.things().decisions().allows(who, "view", resource);
  }

  private boolean can(String name, String level, ResourceRef resource) {
    return stage.janua.things().decisions().allows(Standing.of(signedIn(name)), level, resource);
  }

  private VisiblePage page(String after, int limit) {
    return stage
        .janua
        .things()
        .decisions()
        .visible(Standing.of(maker), "view", "board", after, limit);
  }

  private void share(ResourceRef resource, List<Share> users, List<Share> groups) {
    done(replace("root", resource, new SharingChange(same(), false, users, groups)));
  }

  private Outcome<SharedThing> replace(String by, ResourceRef resource, SharingChange wanted) {
    return stage.janua.things().sharing().replace(Actor.SYSTEM, signedIn(by), resource, wanted);
  }

  private String fault(List<Share> users, List<Share> groups) {
    return refusal(replace("mia", NEWS, new SharingChange(same(), false, users, groups)))
        .orElseThrow()
        .field();
  }

  private Explanation why(String name, String level) {
    return done(explain(maker, name, level));
  }

  private Outcome<Explanation> explain(Identity asker, String name, String level) {
    return stage
        .janua
        .things()
        .explaining()
        .explain(asker, NEWS, Optional.ofNullable(name), Optional.ofNullable(level));
  }

  private static SharingChange creator(String name) {
    return new SharingChange(present -> name, false, List.of(), List.of());
  }

  private static SharingChange nobody() {
    return new SharingChange(same(), false, List.of(), List.of());
  }

  private static UserChange inactive() {
    return new UserChange(Optional.empty(), Optional.of(false), same(), same());
  }

  private static UnaryOperator<String> same() {
    return UnaryOperator.identity();
  }

  /** In one session each, while it lasts. */
  private Identity signedIn(String name) {
    return Optional.ofNullable(sessions.get(name))
        .flatMap(session -> stage.withCookie(session).caller())
        .orElseGet(
            () -> {
              sessions.put(name, stage.signIn(name));
              return stage.withCookie(sessions.get(name)).caller().orElseThrow();
            });
  }

  private static <T> T done(Outcome<T> outcome) {
    return RolesTest.done(outcome);
  }

  private static Optional<Refusal> refusal(Outcome<?> outcome) {
    return outcome.fold(done -> Optional.empty(), Optional::of);
  }

  private static Refusal.Kind kind(Outcome<?> outcome) {
    return refusal(outcome).orElseThrow().kind();
  }
}
