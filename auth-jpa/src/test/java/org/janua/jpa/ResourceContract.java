package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the application's things and what is given of them promise, on every database. */
abstract class ResourceContract extends GroupContract {
  private static final String BOARD = "board";
  private static final List<String> ALL_LEVELS = List.of("view", "modify", "full");
  private static final Map<String, String> NONE = Map.of();

  private final List<ResourceRow> stored = new ArrayList<>();

  @BeforeEach
  void remove_the_things_of_the_last_test() {
    write(tx -> stored.forEach(row -> tx.resources().remove(row.type(), row.id())));
    stored.clear();
  }

  @Test
  void a_thing_comes_back_as_it_was_put() {
    UserRow ann = added(Rows.user("ann"));
    String ops = groupId("ops");
    ResourceRow row =
        new ResourceRow(BOARD, "b", ann.id(), true, Map.of(ann.id(), "full"), Map.of(ops, "view"));

    put(row);

    assertThat(thing("b")).contains(row);
  }

  @Test
  void a_thing_is_found_by_its_exact_type_and_id() {
    put(open("B"));
    put(new ResourceRow("camera", "b", null, false, NONE, NONE));

    assertThat(thing("b")).isEmpty();
    assertThat(thing("B ")).isEmpty();
    assertThat(thing("B\0")).isEmpty();
    assertThat(found(tx -> tx.resources().find("Board", "B"))).isEmpty();
    assertThat(thing("B")).isPresent();
  }

  @Test
  void ids_are_kept_exactly() {
    List<String> ids = List.of("a", "A", "ä", "a ", "\uD83D\uDE00", "%", "_", "x".repeat(255));
    ids.forEach(id -> put(open(id)));

    ids.forEach(id -> assertThat(thing(id).orElseThrow().id()).isEqualTo(id));
    assertThat(seen(everybody(), "")).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void putting_a_thing_again_replaces_all_of_it() {
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("bob"));
    put(new ResourceRow(BOARD, "b", ann.id(), true, Map.of(ann.id(), "view"), NONE));
    ResourceRow other =
        new ResourceRow(
            BOARD, "b", null, false, Map.of(bob.id(), "view"), Map.of(groupId("ops"), "full"));

    put(other);

    assertThat(thing("b")).contains(other);
  }

  @Test
  void a_thing_goes_with_what_was_given_of_it() {
    UserRow ann = added(Rows.user("ann"));
    put(new ResourceRow(BOARD, "b", null, false, Map.of(ann.id(), "view"), NONE));

    assertThat(database.<Boolean>write(tx -> tx.resources().remove(BOARD, "b"))).isTrue();

    assertThat(database.<Boolean>write(tx -> tx.resources().remove(BOARD, "b"))).isFalse();
    assertThat(database.<Boolean>write(tx -> tx.resources().remove(BOARD, "b\0"))).isFalse();
    assertThat(seen(of(ann.id()), "")).isEmpty();
    put(new ResourceRow(BOARD, "b", null, false, NONE, NONE));
    assertThat(seen(of(ann.id()), "")).isEmpty();
  }

  @Test
  @Tag("AZ-06")
  void a_deleted_account_leaves_neither_grants_nor_creatorship_and_a_namesake_gets_none() {
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("bob"));
    put(
        new ResourceRow(
            BOARD, "b", ann.id(), false, Map.of(ann.id(), "full", bob.id(), "view"), NONE));

    write(tx -> tx.users().remove(ann.id()));
    UserRow namesake = added(Rows.user("ann"));

    assertThat(thing("b"))
        .contains(new ResourceRow(BOARD, "b", null, false, Map.of(bob.id(), "view"), NONE));
    assertThat(seen(of(namesake.id()), "")).isEmpty();
    assertThat(seen(of(bob.id()), "")).containsExactly("b");
  }

  @Test
  @Tag("AZ-06")
  void a_deleted_group_leaves_no_grant_and_a_namesake_gets_none() {
    String ops = groupId("ops");
    put(new ResourceRow(BOARD, "b", null, false, NONE, Map.of(ops, "view")));
    assertThat(seen(in(ops), "")).containsExactly("b");

    write(tx -> tx.groups().remove(ops));

    assertThat(thing("b").orElseThrow().groups()).isEmpty();
    assertThat(seen(in(groupId("ops")), "")).isEmpty();
  }

  @Test
  @Tag("AZ-06")
  void a_grant_to_a_group_that_is_going_is_undone_and_tried_again() {
    String ops = groupId("ops");
    ResourceRow row = new ResourceRow(BOARD, "b", null, false, NONE, Map.of(ops, "view"));
    List<Boolean> seen = new ArrayList<>();

    boolean given =
        database.write(
            tx -> {
              boolean there = tx.resources().groups(Set.of("ops")).containsKey("ops");
              if (seen.isEmpty()) {
                database.<Boolean>write(other -> other.groups().remove(ops)); // in between
              }
              seen.add(there);
              if (there) {
                tx.resources().put(row);
              }
              return there;
            });

    assertThat(given).isFalse();
    assertThat(seen).containsExactly(true, false);
    assertThat(thing("b")).isEmpty();
  }

  @Test
  void every_way_to_see_a_thing_is_in_the_list_once() {
    UserRow ann = added(Rows.user("ann"));
    String ops = groupId("ops");
    String devs = groupId("devs");
    write(tx -> tx.roles().put(new RoleRow("Clerk", false, Map.of(BOARD, Set.of("6role", "3")))));
    put(new ResourceRow(BOARD, "1made", ann.id(), false, NONE, NONE));
    put(new ResourceRow(BOARD, "2user", null, false, Map.of(ann.id(), "modify"), NONE));
    put(new ResourceRow(BOARD, "3", ann.id(), true, Map.of(ann.id(), "full"), NONE));
    put(new ResourceRow(BOARD, "4group", null, false, NONE, Map.of(ops, "view", devs, "full")));
    put(open("5open"));
    put(new ResourceRow(BOARD, "7nobody", null, false, NONE, NONE));
    put(new ResourceRow("camera", "8other", ann.id(), true, NONE, NONE));
    Seeker all = new Seeker(ann.id(), List.of(ops, devs), "clerk", true);

    assertThat(seen(all, "")).containsExactly("1made", "2user", "3", "4group", "5open", "6role");
    assertThat(seen(all, "3")).containsExactly("4group", "5open", "6role");
    assertThat(seen(all, "3\0z")).containsExactly("4group", "5open", "6role");
    assertThat(seen(of(ann.id()), "")).containsExactly("1made", "2user", "3");
    assertThat(seen(in(ops), "")).containsExactly("4group");
    assertThat(seen(new Seeker(null, List.of(), "CLERK", false), "")).containsExactly("3", "6role");
    assertThat(seen(everybody(), "")).containsExactly("3", "5open");
    assertThat(seen(new Seeker(null, List.of(), null, false), "")).isEmpty();
  }

  @Test
  void only_levels_that_are_enough_are_in_the_list() {
    UserRow ann = added(Rows.user("ann"));
    put(new ResourceRow(BOARD, "made", ann.id(), false, NONE, NONE));
    put(new ResourceRow(BOARD, "read", null, false, Map.of(ann.id(), "view"), NONE));
    put(new ResourceRow(BOARD, "written", null, false, Map.of(ann.id(), "full"), NONE));

    assertThat(visible(of(ann.id()), List.of("modify", "full"), "", 10))
        .containsExactly("made", "written");
  }

  /** What several groups give is no more than one row of a page. */
  @Test
  void pages_follow_each_other_without_gap_or_repetition() {
    List<String> groups = IntStream.range(0, 5).mapToObj(i -> groupId("g" + i)).toList();
    UserRow ann = added(Rows.user("ann"));
    List<String> ids = IntStream.range(0, 23).mapToObj("b%02d"::formatted).toList();
    for (String id : ids) {
      Map<String, String> given =
          Map.of(groups.get(3), "view", groups.get(id.hashCode() & 1), "full");
      put(
          new ResourceRow(
              BOARD,
              id,
              id.endsWith("3") ? ann.id() : null,
              id.endsWith("4"),
              NONE,
              id.endsWith("7") ? Map.of(groups.get(4), "view") : given));
    }
    Seeker all = new Seeker(ann.id(), groups, null, true);

    List<String> read = new ArrayList<>();
    List<String> page = visible(all, ALL_LEVELS, "", 4);
    while (!page.isEmpty()) {
      read.addAll(page);
      page = visible(all, ALL_LEVELS, page.get(page.size() - 1), 4);
    }

    assertThat(read).containsExactlyElementsOf(ids);
  }

  @Test
  void names_and_ids_are_told_from_each_other() {
    UserRow ann = added(Rows.user("Ann"));
    String ops = groupId("Ops");

    assertThat(map(tx -> tx.resources().users(Set.of("ann", "bob", "a\0"))))
        .isEqualTo(Map.of("ann", ann.id()));
    assertThat(map(tx -> tx.resources().groups(Set.of("ops", "everyone"))))
        .isEqualTo(Map.of("ops", ops, "everyone", GroupRow.EVERYONE));
    assertThat(map(tx -> tx.resources().userNames(Set.of(ann.id(), "x"))))
        .isEqualTo(Map.of(ann.id(), "Ann"));
    assertThat(map(tx -> tx.resources().groupNames(Set.of(ops)))).isEqualTo(Map.of(ops, "Ops"));
    assertThat(map(tx -> tx.resources().users(Set.of()))).isEmpty();
  }

  @Test
  void hundreds_of_grants_fit() {
    Map<String, String> users =
        IntStream.range(0, 300)
            .mapToObj(i -> added(Rows.user("u" + i)))
            .collect(Collectors.toMap(UserRow::id, user -> "view"));

    put(new ResourceRow(BOARD, "b", null, false, users, NONE));

    assertThat(thing("b").orElseThrow().users()).isEqualTo(users);
  }

  /**
   * Each of them removes what it finds and puts its own: never half of one and half of the other.
   */
  @Test
  void of_two_who_replace_a_thing_at_the_same_time_the_last_one_wins_whole() throws Exception {
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("bob"));
    String ops = groupId("ops");
    ResourceRow one =
        new ResourceRow(BOARD, "b", null, true, Map.of(ann.id(), "view"), Map.of(ops, "full"));
    ResourceRow two = new ResourceRow(BOARD, "b", null, false, Map.of(bob.id(), "full"), NONE);
    stored.add(one);
    for (int round = 0; round < 6; round++) {
      if (round % 2 == 0) { // there is nothing that could be locked
        database.<Boolean>write(tx -> tx.resources().remove(BOARD, "b"));
      }
      CountDownLatch start = new CountDownLatch(1);
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> replace(one, start));
      CompletableFuture<Void> second = CompletableFuture.runAsync(() -> replace(two, start));
      start.countDown();
      CompletableFuture.allOf(first, second).get(20, TimeUnit.SECONDS);

      assertThat(thing("b").orElseThrow()).isIn(one, two);
    }
  }

  private void replace(ResourceRow row, CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    write(
        tx -> {
          tx.resources().locked(row.type(), row.id());
          tx.resources().put(row);
        });
  }

  private String groupId(String name) {
    GroupRow row =
        new GroupRow(Ids.next(() -> NOW), name, name.toLowerCase(Locale.ROOT), null, Set.of());
    write(tx -> tx.groups().add(row));
    return row.id();
  }

  private void put(ResourceRow row) {
    stored.add(row);
    write(
        tx -> {
          tx.resources().locked(row.type(), row.id());
          tx.resources().put(row);
        });
  }

  private static ResourceRow open(String id) {
    return new ResourceRow(BOARD, id, null, true, NONE, NONE);
  }

  private Optional<ResourceRow> thing(String id) {
    return found(tx -> tx.resources().find(BOARD, id));
  }

  private List<String> seen(Seeker seeker, String after) {
    return visible(seeker, ALL_LEVELS, after, 100);
  }

  private List<String> visible(Seeker seeker, List<String> levels, String after, int limit) {
    return database.read(tx -> tx.resources().visible(BOARD, levels, seeker, after, limit));
  }

  private Map<String, String> map(Function<Tx, Map<String, String>> work) {
    return database.read(work);
  }

  private static Seeker of(String owner) {
    return new Seeker(owner, List.of(), null, false);
  }

  private static Seeker in(String group) {
    return new Seeker(null, List.of(group), null, false);
  }

  private static Seeker everybody() {
    return new Seeker(null, List.of(), null, true);
  }
}
