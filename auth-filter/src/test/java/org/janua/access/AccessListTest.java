package org.janua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.janua.api.Explanation;
import org.janua.api.ResourceRef;
import org.janua.config.ResourceType;

/** Who may do what with one thing, whatever it is given to whomever. */
class AccessListTest {

  private static final ResourceRef ONE = new ResourceRef("board", "one");
  private static final ResourceRef HOOK = new ResourceRef("integration", "hook");

  @Property
  void boards_are_decided_as_they_are_described(
      @ForAll("boards") AccessList board, @ForAll("people") Identity who) {
    for (String level : List.of("view", "modify", "full", "delete", "", "VIEW")) {
      assertThat(allows(level, board, who)).isEqualTo(Worlds.ofBoard(level, board, who));
    }
  }

  @Property
  void integrations_are_decided_as_they_are_described(
      @ForAll("integrations") AccessList integration, @ForAll("people") Identity who) {
    for (String level : List.of("use", "interact", "full", "view")) {
      assertThat(integration.allows(level, HOOK, Worlds.INTEGRATION, Standing.of(who)))
          .isEqualTo(Worlds.ofIntegration(level, integration, who));
    }
  }

  @Property
  @Tag("AZ-10")
  void whoever_did_not_sign_in_never_exceeds_what_is_public(@ForAll("boards") AccessList board) {
    for (String level : Worlds.BOARD.levels()) {
      assertThat(board.allows(level, ONE, Worlds.BOARD, Standing.GUEST))
          .isEqualTo(level.equals("view") && board.open());
      assertThat(board.allows(level, ONE, Worlds.BOARD, Standing.NOBODY)).isFalse();
    }
  }

  @Property
  void a_type_that_cannot_be_public_gives_nothing_by_being_marked_so(
      @ForAll("integrations") AccessList integration) {
    for (String level : Worlds.INTEGRATION.levels()) {
      assertThat(integration.allows(level, HOOK, Worlds.INTEGRATION, Standing.GUEST)).isFalse();
    }
  }

  @Property
  void a_grant_to_somebody_else_never_helps_me(
      @ForAll("boards") AccessList board,
      @ForAll("people") Identity who,
      @ForAll("levels") String level) {
    AccessList more =
        withGroup(withUser(board, "stranger", "full"), "a group of strangers", "full");

    assertThat(allows(level, more, who)).isEqualTo(allows(level, board, who));
  }

  @Property
  void what_is_about_others_only_gives_what_nothing_gives(
      @ForAll("boards") AccessList board,
      @ForAll("people") Identity who,
      @ForAll("levels") String level) {
    Map<String, String> users = new HashMap<>(board.users());
    who.accountId().ifPresent(users::remove);
    Map<String, String> groups = new HashMap<>(board.groups());
    who.groups().forEach(group -> groups.remove(group.id()));
    AccessList others =
        new AccessList(
            board.creator().filter(creator -> !who.owner().equals(Optional.of(creator))),
            false,
            users,
            groups);

    assertThat(allows(level, others, who)).isEqualTo(allows(level, AccessList.NOBODYS, who));
  }

  @Property
  void another_grant_never_takes_access_away(
      @ForAll("boards") AccessList board,
      @ForAll("people") Identity who,
      @ForAll("levels") String level,
      @ForAll("levels") String given) {
    boolean before = allows(level, board, who);

    for (String user : List.of("u1", "u2", "u3", "u4")) {
      if (!board.users().containsKey(user)) {
        assertThat(!before || allows(level, withUser(board, user, given), who)).isTrue();
      }
    }
    for (String group : List.of("g1", "g2", "everyone", "g4")) {
      if (!board.groups().containsKey(group)) {
        assertThat(!before || allows(level, withGroup(board, group, given), who)).isTrue();
      }
    }
    AccessList open = new AccessList(board.creator(), true, board.users(), board.groups());
    assertThat(!before || allows(level, open, who)).isTrue();
  }

  @Property
  void whoever_has_a_level_has_the_weaker_ones(
      @ForAll("boards") AccessList board, @ForAll("people") Identity who) {
    assertThat(!allows("full", board, who) || allows("modify", board, who)).isTrue();
    assertThat(!allows("modify", board, who) || allows("view", board, who)).isTrue();
  }

  @Property
  void a_level_that_is_no_longer_declared_gives_nothing(
      @ForAll("boards") AccessList board, @ForAll("people") Identity who) {
    ResourceType fewer = new ResourceType("board", List.of("view"), false);
    AccessList old =
        new AccessList(Optional.empty(), false, Map.of("u1", "full"), Map.of("g1", "full"));

    assertThat(old.gives("view", fewer, Standing.of(who))).isFalse();
    assertThat(board.gives("full", fewer, Standing.of(who))).isFalse();
  }

  @Property
  void the_explanation_says_what_is_decided_and_why(
      @ForAll("boards") AccessList board,
      @ForAll("people") Identity who,
      @ForAll("levels") String level) {
    Explanation explanation =
        Reasons.of(who, Worlds.RIGHTS.viewer().reach(), level, ONE, Worlds.BOARD, board);

    assertThat(explanation.allowed()).isEqualTo(allows(level, board, who));
    assertThat(explanation.because()).isNotEmpty().doesNotContainNull();
    assertThat(Reasons.ofStranger(Standing.GUEST, level, Worlds.BOARD, board).allowed())
        .isEqualTo(board.allows(level, ONE, Worlds.BOARD, Standing.GUEST));
    assertThat(Reasons.ofStranger(Standing.NOBODY, level, Worlds.BOARD, board).allowed()).isFalse();
  }

  @Property
  void the_explanation_names_nobody_but_the_person_and_their_groups(
      @ForAll("boards") AccessList board,
      @ForAll("people") Identity who,
      @ForAll("levels") String level) {
    AccessList others =
        withGroup(withUser(board, "stranger", "full"), "a group of strangers", "full");

    assertThat(Reasons.of(who, Worlds.RIGHTS.viewer().reach(), level, ONE, Worlds.BOARD, others))
        .isEqualTo(
            Reasons.of(who, Worlds.RIGHTS.viewer().reach(), level, ONE, Worlds.BOARD, board));
  }

  @Provide
  Arbitrary<AccessList> boards() {
    return Worlds.lists(Worlds.BOARD);
  }

  @Provide
  Arbitrary<AccessList> integrations() {
    return Worlds.lists(Worlds.INTEGRATION);
  }

  @Provide
  Arbitrary<Identity> people() {
    return Worlds.people();
  }

  @Provide
  Arbitrary<String> levels() {
    return Arbitraries.of(Worlds.BOARD.levels());
  }

  private static boolean allows(String level, AccessList board, Identity who) {
    return board.allows(level, ONE, Worlds.BOARD, Standing.of(who));
  }

  private static AccessList withUser(AccessList list, String user, String level) {
    Map<String, String> users = new HashMap<>(list.users());
    users.put(user, level);
    return new AccessList(list.creator(), list.open(), users, list.groups());
  }

  private static AccessList withGroup(AccessList list, String group, String level) {
    Map<String, String> groups = new HashMap<>(list.groups());
    groups.put(group, level);
    return new AccessList(list.creator(), list.open(), list.users(), groups);
  }
}
