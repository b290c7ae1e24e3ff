package org.janua.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.janua.config.ResourceType;

/**
 * One thing and one person, at random, out of three users and three groups; and what the rules say
 * of the two, written down a second time from the description of boards and integrations, without
 * levels, reach or anything else of the code.
 */
final class Worlds {

  static final ResourceType BOARD =
      new ResourceType(
          "board",
          List.of("view", "modify", "full"),
          false,
          Map.of("view", "board-view-all", "modify", "board-modify-all", "full", "board-full-all"),
          Optional.of("board-create"),
          true);

  static final ResourceType INTEGRATION =
      new ResourceType(
          "integration",
          List.of("use", "interact", "full"),
          false,
          Map.of(
              "use", "integration-use-all",
              "interact", "integration-interact-all",
              "full", "integration-full-all"),
          Optional.of("integration-create"),
          false);

  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "board-create", Set.of(),
          "board-view-all", Set.of(),
          "board-modify-all", Set.of("board-view-all"),
          "board-full-all", Set.of("board-modify-all", "board-view-all", "board-create"),
          "integration-create", Set.of(),
          "integration-use-all", Set.of(),
          "integration-interact-all", Set.of("integration-use-all"),
          "integration-full-all",
              Set.of("integration-interact-all", "integration-use-all", "integration-create"),
          "admin", Set.of());

  static final Rights RIGHTS = new Rights(new Permissions(KEYS), List.of(BOARD, INTEGRATION));

  private static final List<String> USERS = List.of("u1", "u2", "u3");
  private static final List<Group> GROUPS =
      List.of(new Group("g1", "Ops"), new Group("g2", "Devs"), Group.EVERYONE);

  private Worlds() {}

  static Arbitrary<Identity> people() {
    Arbitrary<Optional<String>> accounts = Arbitraries.of(USERS).optional(0.8);
    Arbitrary<Set<Group>> groups =
        Arbitraries.of(GROUPS)
            .set()
            .ofMaxSize(3)
            .map(some -> some.contains(Group.EVERYONE) ? some : Set.of()); // all, or a limited key
    Arbitrary<Set<String>> keys =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(Set.<String>of())),
            Tuple.of(2, Arbitraries.of(new TreeSet<>(KEYS.keySet())).set().ofMaxSize(2)));
    return Combinators.combine(accounts, groups, keys)
        .as(
            (account, in, held) ->
                new Identity(
                    account,
                    Optional.empty(),
                    account.orElse("vouched"),
                    "viewer",
                    RIGHTS.entitle(RIGHTS.viewer(), List.copyOf(in), held),
                    Contact.NONE));
  }

  static Arbitrary<AccessList> lists(ResourceType type) {
    Arbitrary<String> levels = Arbitraries.of(type.levels());
    Arbitrary<String> owners =
        Arbitraries.of("u1", "u2", "u3", "proxy:vouched", "proxy:u1", "gone");
    return Combinators.combine(
            owners.optional(0.5),
            Arbitraries.of(true, false),
            Arbitraries.maps(Arbitraries.of(USERS), levels).ofMaxSize(3),
            Arbitraries.maps(Arbitraries.of(GROUPS).map(Group::id), levels).ofMaxSize(3))
        .as(AccessList::new);
  }

  /**
   * An API key with chosen permissions is in no group, and has nothing that its owner was given.
   */
  private static boolean isLimitedKey(Identity who) {
    return !who.groups().contains(Group.EVERYONE);
  }

  /** The rows that are about a person: their own, and those of their groups. */
  private static List<String> rows(AccessList list, Identity who) {
    List<String> rows = new ArrayList<>();
    if (isLimitedKey(who)) {
      return rows;
    }
    if (who.accountId().isPresent() && list.users().containsKey(who.accountId().get())) {
      rows.add(list.users().get(who.accountId().get()));
    }
    for (Group group : who.groups()) {
      if (list.groups().containsKey(group.id())) {
        rows.add(list.groups().get(group.id()));
      }
    }
    return rows;
  }

  private static boolean isCreator(AccessList list, Identity who) {
    if (list.creator().isEmpty() || isLimitedKey(who)) {
      return false;
    }
    if (who.accountId().isPresent()) {
      return who.accountId().get().equals(list.creator().get());
    }
    return list.creator().get().equals("proxy:" + who.name());
  }

  static boolean ofBoard(String level, AccessList board, Identity who) {
    Set<String> keys = who.permissions();
    List<String> rows = rows(board, who);
    return switch (level) {
      case "full" ->
          isCreator(board, who) || rows.contains("full") || keys.contains("board-full-all");
      case "modify" ->
          isCreator(board, who)
              || rows.contains("modify")
              || rows.contains("full")
              || keys.contains("board-modify-all")
              || keys.contains("board-full-all");
      case "view" ->
          isCreator(board, who)
              || !rows.isEmpty()
              || board.open()
              || keys.contains("board-view-all");
      default -> false;
    };
  }

  static boolean ofIntegration(String level, AccessList integration, Identity who) {
    Set<String> keys = who.permissions();
    List<String> rows = rows(integration, who);
    return switch (level) {
      case "full" ->
          isCreator(integration, who)
              || rows.contains("full")
              || keys.contains("integration-full-all");
      case "interact" ->
          isCreator(integration, who)
              || rows.contains("interact")
              || rows.contains("full")
              || keys.contains("integration-interact-all");
      case "use" ->
          isCreator(integration, who) || !rows.isEmpty() || keys.contains("integration-use-all");
      default -> false;
    };
  }
}
