package org.janua.resource;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.janua.access.Canonical;
import org.janua.account.Refusal;
import org.janua.config.ResourceType;

/** The users, or the groups, that a thing is to be given to: names that become ids. */
final class Grantees {

  /**
   * More is a group, not a list: each is a row that is written, and read by every cold question.
   */
  private static final int MOST = 1_000;

  private final String field;
  private final String name;
  private final String noun;
  private final List<Share> shares;

  private Grantees(String field, String name, String noun, List<Share> shares) {
    this.field = field;
    this.name = name;
    this.noun = noun;
    this.shares = shares;
  }

  static Grantees users(List<Share> shares) {
    return new Grantees("users", "username", "user", shares);
  }

  static Grantees groups(List<Share> shares) {
    return new Grantees("groups", "name", "group", shares);
  }

  /** The ids of those that are there, by canonical name; nobody is asked about too many. */
  Map<String, String> idsBy(Function<Set<String>, Map<String, String>> lookUp) {
    return areTooMany()
        ? Map.of()
        : lookUp.apply(shares.stream().map(Grantees::canonical).collect(Collectors.toSet()));
  }

  private boolean areTooMany() {
    return shares.size() > MOST;
  }

  /** The first thing that is wrong with them. */
  Optional<Refusal> fault(ResourceType type, Map<String, String> ids) {
    if (areTooMany()) {
      return Optional.of(Refusal.invalid(field, "Must not hold more than " + MOST + "."));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < shares.size(); i++) {
      String item = field + "[" + i + "].";
      Share share = shares.get(i);
      if (!type.levels().contains(share.level())) {
        return Optional.of(Refusal.invalid(item + "level", "Must be one of " + levels(type) + "."));
      }
      if (!ids.containsKey(canonical(share))) {
        return Optional.of(Refusal.invalid(item + name, "There is no " + noun + " of this name."));
      }
      if (!seen.add(canonical(share))) {
        return Optional.of(Refusal.invalid(item + name, "Is there twice."));
      }
    }
    return Optional.empty();
  }

  /** The level of each, by id; to be asked when nothing is wrong. */
  Map<String, String> levels(Map<String, String> ids) {
    Map<String, String> levels = new HashMap<>();
    shares.forEach(share -> levels.put(ids.get(canonical(share)), share.level()));
    return levels;
  }

  private static String canonical(Share share) {
    return Canonical.of(share.name());
  }

  private static String levels(ResourceType type) {
    return String.join(", ", type.levels());
  }
}
