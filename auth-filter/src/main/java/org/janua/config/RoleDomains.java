package org.janua.config;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of values that say which roles and which types of things there are. */
final class RoleDomains {
  private RoleDomains() {}

  /** A level of a resource type; named like a permission key. */
  static Kind<String> level() {
    return Kinds.text()
        .only(Domains::isPermission, "is not the name of a level: " + Domains.KEY)
        .called("level", Domains.KEY);
  }

  static Kind<String> resourceType() {
    return Kinds.text()
        .only(Domains::isPermission, "is not the name of a type: " + Domains.KEY)
        .called("resource type", Domains.KEY);
  }

  static Kind<Map<String, ResourceMembers.Read>> resources() {
    return Kinds.map(new Kind<>("map", "", "", Kind.Shape.MAP, false, ResourceMembers::read))
        .called(
            "map of types to maps",
            "members `levels`, `read_by_viewer`, `override`, `create`, `public`");
  }

  /** Roles, each with the ids of each type; a plain list is of the usual type. */
  static Kind<Map<String, Map<String, Set<String>>>> roles() {
    return Kinds.map(
            new Kind<>("resources", "", "", Kind.Shape.MAP, false, RoleDomains::roleResources))
        .called(
            "map of roles to lists of ids, or to maps of types to lists",
            "names of 1 to 64 letters, digits and ._; lists that are not empty, or `\"*\"`");
  }

  private static Optional<Map<String, Set<String>>> roleResources(Value value, Spot spot) {
    return value instanceof Value.Entries
        ? Kinds.map(ids()).reader().read(value, spot)
        : ids().reader().read(value, spot).map(ids -> Map.of(RoleRules.USUAL_TYPE, ids));
  }

  private static Kind<Set<String>> ids() {
    return new Kind<>("list of ids", "", "", Kind.Shape.LIST, false, RoleDomains::ids);
  }

  /** Whether the ids are right is judged where those of an administrator are judged, too. */
  private static Optional<Set<String>> ids(Value value, Spot spot) {
    return value instanceof Value.Scalar everything
            && everything.text().equals(CustomRole.EVERYTHING)
        ? Optional.of(Set.of(CustomRole.EVERYTHING))
        : Kinds.list(Kinds.text()).reader().read(value, spot).map(LinkedHashSet::new);
  }
}
