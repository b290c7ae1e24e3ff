package org.janua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.janua.access.Actor;
import org.janua.access.Contact;
import org.janua.access.Entitlement;
import org.janua.access.Group;
import org.janua.access.Identity;
import org.janua.access.Standing;
import org.janua.api.ResourceRef;
import org.janua.api.VisiblePage;
import org.janua.config.CustomRole;
import org.janua.jpa.GroupRow;
import org.janua.jpa.ResourceRow;
import org.janua.resource.Decisions;

/**
 * The list of what somebody sees, which is a query, and the answer about one thing, which is a
 * rule, are two pieces of code. They must not differ, on any world that a database can hold.
 */
class VisibleListTest {

  private static final String BOARD = "board";
  private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f", "g", "é", "𐐀");
  private static final List<String> LEVELS = List.of("view", "modify", "full");

  private static Stage stage;
  private static List<String> users;
  private static List<Group> groups;

  @BeforeContainer
  static void open() {
    stage = new Stage(new CustomRole("clerk", Map.of(BOARD, Set.of("b", "f", "x"))));
    List.of("ann", "bob").forEach(name -> stage.addUser(name, "viewer"));
    users = List.of(stage.row("ann").id(), stage.row("bob").id());
    groups = new ArrayList<>(List.of(Group.EVERYONE));
    for (String name : List.of("Ops", "Devs")) {
      stage.janua.groups().create(Actor.SYSTEM, name, Optional.empty());
      GroupRow row =
          stage
              .database
              .read(tx -> tx.groups().byName(name.toLowerCase(Locale.ROOT)))
              .orElseThrow();
      groups.add(new Group(row.id(), row.name()));
    }
  }

  @AfterContainer
  static void close() {
    stage.close();
  }

  /** One of the things, as dice have it; who made it is a number beside the users. */
  record Given(boolean open, int creator, Map<Integer, String> users, Map<Integer, String> groups) {

    ResourceRow row(String id) {
      return new ResourceRow(
          BOARD,
          id,
          creator < 2 ? VisibleListTest.users.get(creator) : creator == 2 ? "proxy:ann" : null,
          open,
          byId(users, VisibleListTest.users),
          byId(groups, VisibleListTest.groups.stream().map(Group::id).toList()));
    }

    private static Map<String, String> byId(Map<Integer, String> levels, List<String> ids) {
      return levels.entrySet().stream()
          .collect(Collectors.toMap(level -> ids.get(level.getKey()), Map.Entry::getValue));
    }
  }

  @Property(tries = 60)
  @Tag("AZ-02")
  void the_pages_hold_exactly_what_is_allowed_one_by_one(
      @ForAll("worlds") List<Given> world,
      @ForAll("standings") Standing who,
      @ForAll @IntRange(min = 1, max = 4) int limit) {
    stage.database.<Void>write(
        tx -> {
          IDS.forEach(id -> tx.resources().remove(BOARD, id));
          for (int i = 0; i < world.size(); i++) {
            tx.resources().put(world.get(i).row(IDS.get(i)));
          }
          return null;
        });
    stage.clock.goOn(Duration.ofSeconds(6)); // nothing is remembered of the world before
    Decisions decisions = stage.janua.things().decisions();

    for (String level : LEVELS) {
      Set<String> allowed = new TreeSet<>();
      for (String id : List.of("a", "b", "c", "d", "e", "f", "g", "é", "𐐀", "x", "nowhere")) {
        if (decisions.allows(who, level, new ResourceRef(BOARD, id))) {
          allowed.add(id);
        }
      }
      List<String> listed = pages(who, level, limit);
      assertThat(listed).containsExactlyInAnyOrderElementsOf(allowed);
      assertThat(decisions.visible(who, level, BOARD).ids()).isEqualTo(allowed);
    }
  }

  private static List<String> pages(Standing who, String level, int limit) {
    List<String> ids = new ArrayList<>();
    VisiblePage page = stage.janua.things().decisions().visible(who, level, BOARD, null, limit);
    ids.addAll(page.ids());
    while (page.next().isPresent()) {
      assertThat(page.ids()).hasSize(limit);
      page = stage.janua.things().decisions().visible(who, level, BOARD, page.next().get(), limit);
      ids.addAll(page.ids());
    }
    return ids;
  }

  @Provide
  Arbitrary<List<Given>> worlds() {
    Arbitrary<String> levels = Arbitraries.of(LEVELS);
    return Combinators.combine(
            Arbitraries.of(true, false, false),
            Arbitraries.integers().between(0, 5),
            Arbitraries.maps(Arbitraries.of(0, 1), levels).ofMaxSize(2),
            Arbitraries.maps(Arbitraries.of(0, 1, 2), levels).ofMaxSize(2))
        .as(Given::new)
        .list()
        .ofMaxSize(IDS.size());
  }

  @Provide
  Arbitrary<Standing> standings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.of(0, 1, 2).set().ofMaxSize(3),
            Arbitraries.of("clerk", "operator"))
        .as(VisibleListTest::standing);
  }

  /**
   * The third of the two users is one that a proxy answers for, the fourth a guest; who is not in
   * {@code everyone} is a key with chosen permissions.
   */
  private static Standing standing(int user, Set<Integer> in, String role) {
    if (user == 3) {
      return Standing.GUEST;
    }
    Set<Group> of = in.stream().map(groups::get).collect(Collectors.toCollection(HashSet::new));
    if (user == 2) {
      of.add(Group.EVERYONE);
    }
    Entitlement ofRole = stage.database.read(tx -> stage.janua.roleBook().of(tx, role));
    return Standing.of(
        new Identity(
            user == 2 ? Optional.empty() : Optional.of(users.get(user)),
            Optional.empty(),
            "ann",
            role,
            new Entitlement(List.copyOf(of), Set.of(), Set.of(), ofRole.reach()),
            Contact.NONE));
  }
}
