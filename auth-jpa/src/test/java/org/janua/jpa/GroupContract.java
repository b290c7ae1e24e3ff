package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.janua.jpa.MemberRow.Origin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the groups and the keys promise, on every database and provider. */
abstract class GroupContract extends RoleContract {
  private static final Set<String> NONE = Set.of();

  @Test
  void a_group_comes_back_as_it_was_added() {
    GroupRow ops = group("Ops", "a", "b");

    assertThat(found(tx -> tx.groups().byName("ops"))).contains(ops);
    assertThat(found(tx -> tx.groups().byName("Ops"))).isEmpty();
    assertThat(found(tx -> tx.groups().byName("ops "))).isEmpty();
    assertThat(found(tx -> tx.groups().byName("o\0ps"))).isEmpty();
  }

  @Test
  void everyone_is_always_there() {
    assertThat(found(tx -> tx.groups().byName("everyone")))
        .contains(new GroupRow(GroupRow.EVERYONE, "everyone", "everyone", null, NONE));
  }

  @Test
  void names_and_descriptions_of_other_scripts_are_kept_exactly() {
    GroupRow odd =
        new GroupRow(
            id(), "Zoë 门 \uD83D\uDEAA 100%", "zoë 门 \uD83D\uDEAA 100%", "x".repeat(255), NONE);
    write(tx -> tx.groups().add(odd));

    assertThat(found(tx -> tx.groups().byName(odd.canonical()))).contains(odd);
  }

  @Test
  @Tag("AZ-07")
  void nothing_in_a_name_is_special_and_names_are_compared_whole() {
    List.of("a_b", "axb", "100%", "1000", "/ops", "/ops-evil", "ä", "a").forEach(this::group);

    for (String name : List.of("a_b", "100%", "/ops", "ä")) {
      assertThat(found(tx -> tx.groups().byName(name)).orElseThrow().name()).isEqualTo(name);
    }
  }

  @Test
  @Tag("AZ-06")
  void a_name_is_taken_once() {
    group("Ops");

    assertThatThrownBy(() -> group("OPS")).isInstanceOf(DatabaseUnavailable.class);
  }

  @Test
  void pages_follow_each_other_by_name_without_gap_or_repetition() {
    List.of("d", "B", "a", "C").forEach(this::group);

    assertThat(page(null, 3)).containsExactly("a", "B", "C");
    assertThat(page("c", 3)).containsExactly("d", "everyone");
    assertThat(page("everyone", 3)).isEmpty();
  }

  @Test
  void a_group_is_described_anew_and_keeps_what_it_has() {
    GroupRow ops = group("Ops", "a");
    UserRow ann = added(Rows.user("ann"));
    write(tx -> tx.groups().addMember(ops.id(), ann.id(), Origin.MANUAL));

    GroupRow renamed = new GroupRow(ops.id(), "Crew", "crew", "who works at night", NONE);
    assertThat(database.<Boolean>write(tx -> tx.groups().describe(renamed))).isTrue();

    assertThat(found(tx -> tx.groups().byName("ops"))).isEmpty();
    GroupRow now = found(tx -> tx.groups().byName("crew")).orElseThrow();
    assertThat(now.description()).isEqualTo("who works at night");
    assertThat(now.permissions()).containsExactly("a");
    assertThat(members(now)).containsExactly("ann manual");
  }

  @Test
  void keys_are_replaced() {
    GroupRow ops = group("Ops", "a", "b");

    assertThat(
            database.<Boolean>write(tx -> tx.groups().setPermissions(ops.id(), Set.of("b", "c"))))
        .isTrue();
    assertThat(found(tx -> tx.groups().byName("ops")).orElseThrow().permissions())
        .containsExactly("b", "c");

    write(tx -> tx.groups().setPermissions(ops.id(), NONE));
    assertThat(found(tx -> tx.groups().byName("ops")).orElseThrow().permissions()).isEmpty();
    assertThat(database.<Boolean>write(tx -> tx.groups().setPermissions("none", NONE))).isFalse();
  }

  @Test
  void a_membership_of_each_origin_is_one_of_its_own() {
    GroupRow ops = group("Ops");
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("Bob"));
    write(tx -> tx.groups().addMember(ops.id(), ann.id(), Origin.LDAP));
    write(tx -> tx.groups().addMember(ops.id(), ann.id(), Origin.MANUAL));
    write(tx -> tx.groups().addMember(ops.id(), bob.id(), Origin.OIDC));

    assertThat(
            database.<Boolean>write(tx -> tx.groups().addMember(ops.id(), ann.id(), Origin.LDAP)))
        .isFalse();
    assertThat(members(ops)).containsExactly("ann ldap", "ann manual", "Bob oidc");
    assertThat(database.<Map<String, Long>>read(tx -> tx.groups().countMembers(List.of(ops.id()))))
        .isEqualTo(Map.of(ops.id(), 2L));

    assertThat(
            database.<Boolean>write(
                tx -> tx.groups().removeMember(ops.id(), ann.id(), Origin.LDAP)))
        .isTrue();
    assertThat(
            database.<Boolean>write(
                tx -> tx.groups().removeMember(ops.id(), ann.id(), Origin.LDAP)))
        .isFalse();
    assertThat(members(ops)).containsExactly("ann manual", "Bob oidc");
    assertThat(database.<Set<Origin>>read(tx -> tx.groups().origins(ops.id(), ann.id())))
        .containsExactly(Origin.MANUAL);
  }

  @Test
  void the_groups_of_accounts_come_by_name_and_each_once() {
    GroupRow ops = group("Ops");
    GroupRow crew = group("Crew");
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("bob"));
    write(tx -> tx.groups().addMember(ops.id(), ann.id(), Origin.LDAP));
    write(tx -> tx.groups().addMember(ops.id(), ann.id(), Origin.MANUAL));
    write(tx -> tx.groups().addMember(crew.id(), ann.id(), Origin.MANUAL));

    assertThat(database.<List<GroupRef>>read(tx -> tx.groups().ofUser(ann.id())))
        .containsExactly(new GroupRef(crew.id(), "Crew"), new GroupRef(ops.id(), "Ops"));
    assertThat(database.<List<GroupRef>>read(tx -> tx.groups().ofUser(bob.id()))).isEmpty();
    assertThat(
            database.<Map<String, List<GroupRef>>>read(
                tx -> tx.groups().ofUsers(List.of(ann.id(), bob.id()))))
        .containsOnlyKeys(ann.id());
  }

  @Test
  void the_keys_of_an_account_are_its_groups_keys_and_everyones_and_its_own_are_apart() {
    GroupRow ops = group("Ops", "of-ops", "of-both");
    group("Others", "of-others");
    UserRow ann = added(Rows.user("ann"));
    UserRow bob = added(Rows.user("bob"));
    write(tx -> tx.groups().setPermissions(GroupRow.EVERYONE, Set.of("of-everyone", "of-both")));
    write(tx -> tx.groups().addMember(ops.id(), ann.id(), Origin.MANUAL));
    write(tx -> tx.users().setPermissions(ann.id(), Set.of("own")));

    assertThat(database.<Set<String>>read(tx -> tx.groups().permissionsOf(ann.id())))
        .containsExactlyInAnyOrder("of-ops", "of-both", "of-everyone");
    assertThat(database.<Set<String>>read(tx -> tx.groups().permissionsOf(bob.id())))
        .containsExactlyInAnyOrder("of-both", "of-everyone");
    assertThat(database.<Set<String>>read(tx -> tx.groups().permissionsOfEveryone()))
        .containsExactlyInAnyOrder("of-both", "of-everyone");
    assertThat(database.<Set<String>>read(tx -> tx.users().permissions(ann.id())))
        .containsExactly("own");
    assertThat(database.<Set<String>>read(tx -> tx.users().permissions(bob.id()))).isEmpty();
  }

  @Test
  void the_keys_of_an_account_are_replaced() {
    UserRow ann = added(Rows.user("ann"));
    write(tx -> tx.users().setPermissions(ann.id(), Set.of("a", "b")));
    write(tx -> tx.users().setPermissions(ann.id(), Set.of("b", "c")));

    assertThat(
            database.<Map<String, Set<String>>>read(
                tx -> tx.users().permissions(List.of(ann.id(), "none"))))
        .isEqualTo(Map.of(ann.id(), Set.of("b", "c")));
    assertThat(database.<Boolean>write(tx -> tx.users().setPermissions("none", NONE))).isFalse();
  }

  @Test
  @Tag("AZ-06")
  void what_is_removed_leaves_nothing_to_a_namesake() {
    GroupRow ops = group("Ops", "a");
    UserRow ann = added(Rows.user("ann"));
    write(tx -> tx.groups().addMember(ops.id(), ann.id(), Origin.MANUAL));
    write(tx -> tx.users().setPermissions(ann.id(), Set.of("own")));

    assertThat(database.<Boolean>write(tx -> tx.groups().remove(ops.id()))).isTrue();
    assertThat(database.<Boolean>write(tx -> tx.groups().remove(ops.id()))).isFalse();
    GroupRow again = group("Ops");
    assertThat(members(again)).isEmpty();
    assertThat(found(tx -> tx.groups().byName("ops")).orElseThrow().permissions()).isEmpty();

    write(tx -> tx.groups().addMember(again.id(), ann.id(), Origin.MANUAL));
    assertThat(database.<Boolean>write(tx -> tx.users().remove(ann.id()))).isTrue();
    assertThat(members(again)).isEmpty();
    assertThat(database.<Set<String>>read(tx -> tx.users().permissions(ann.id()))).isEmpty();
  }

  @Test
  @Tag("AZ-05")
  void an_administrator_is_one_by_role_by_a_key_or_by_a_groups_key() {
    UserRow ann = added(Rows.user("ann"));
    GroupRow ops = group("Ops", "power");
    assertThat(hasAdministrator("power", "more")).isFalse();

    write(tx -> tx.groups().addMember(ops.id(), ann.id(), Origin.LDAP));
    assertThat(hasAdministrator("power", "more")).isTrue();
    assertThat(hasAdministrator("more")).isFalse();
    assertThat(hasAdministrator()).isFalse();
    write(tx -> tx.groups().remove(ops.id()));
    assertThat(hasAdministrator("power")).isFalse();

    write(tx -> tx.users().setPermissions(ann.id(), Set.of("power")));
    assertThat(hasAdministrator("power")).isTrue();
    write(tx -> tx.users().setPermissions(ann.id(), NONE));
    assertThat(hasAdministrator("power")).isFalse();

    write(tx -> tx.groups().setPermissions(GroupRow.EVERYONE, Set.of("power")));
    assertThat(hasAdministrator("power")).isTrue();

    write(tx -> tx.users().setActive(ann.id(), false));
    assertThat(hasAdministrator("power")).isFalse();
  }

  private GroupRow group(String name, String... keys) {
    GroupRow row =
        new GroupRow(id(), name, name.toLowerCase(java.util.Locale.ROOT), null, Set.of(keys));
    write(tx -> tx.groups().add(row));
    return row;
  }

  private static String id() {
    return Ids.next(() -> NOW);
  }

  private List<String> page(String after, int limit) {
    return database.<List<GroupRow>>read(tx -> tx.groups().page(after, limit)).stream()
        .map(GroupRow::name)
        .toList();
  }

  private List<String> members(GroupRow group) {
    return database.<List<MemberRow>>read(tx -> tx.groups().members(group.id())).stream()
        .map(member -> member.username() + " " + member.origin().text())
        .toList();
  }
}
