package org.janua.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what {@code resources} says of one type. */
final class ResourceMembers {
  private static final String LEVELS = "levels";
  private static final String READ_BY_VIEWER = "read_by_viewer";
  private static final String OVERRIDE = "override";
  private static final String CREATE = "create";
  private static final String PUBLIC = "public";
  private static final Set<String> ALL = Set.of(LEVELS, READ_BY_VIEWER, OVERRIDE, CREATE, PUBLIC);

  private final Value.Entries said;
  private final Spot spot;

  private ResourceMembers(Value.Entries said, Spot spot) {
    this.said = said;
    this.spot = spot;
  }

  /** A type without its name; what it names is judged where everything is known. */
  record Read(
      List<String> levels,
      boolean readByViewer,
      Map<String, String> override,
      Optional<String> create,
      boolean canBePublic) {

    /** Of a type that nobody declared. */
    static final Read USUAL = new Read(List.of("view"), true, Map.of(), Optional.empty(), false);

    ResourceType called(String name) {
      return new ResourceType(name, levels, readByViewer, override, create, canBePublic);
    }
  }

  static Optional<Read> read(Value value, Spot spot) {
    return value instanceof Value.Entries entries
        ? new ResourceMembers(entries, spot).read()
        : spot.wrong(value, "is found where a map belongs");
  }

  private Optional<Read> read() {
    boolean known = said.values().entrySet().stream().filter(this::isFaulty).count() == 0;
    Optional<List<String>> levels = levels();
    Optional<Boolean> readByViewer = member(READ_BY_VIEWER, Kinds.truth(), false);
    Optional<Map<String, String>> override = member(OVERRIDE, Kinds.map(Kinds.text()), Map.of());
    Optional<Optional<String>> create =
        member(CREATE, Kinds.text().as(Optional::of), Optional.empty());
    Optional<Boolean> canBePublic = member(PUBLIC, Kinds.truth(), false);
    boolean right =
        known
            && readByViewer.isPresent()
            && override.isPresent()
            && create.isPresent()
            && canBePublic.isPresent();
    return levels
        .filter(all -> right)
        .map(
            all ->
                new Read(all, readByViewer.get(), override.get(), create.get(), canBePublic.get()));
  }

  private boolean isFaulty(Map.Entry<String, Value> member) {
    if (ALL.contains(member.getKey())) {
      return false;
    }
    spot.inside("." + member.getKey()).note("is not a setting (" + member.getValue().where() + ")");
    return true;
  }

  private Optional<List<String>> levels() {
    return member(
        LEVELS,
        Kinds.list(RoleDomains.level())
            .only(list -> !list.isEmpty(), "is empty; a type has one level at least")
            .only(list -> list.size() == Set.copyOf(list).size(), "has a level twice"),
        null);
  }

  /** What is said of a member; where nothing is said the standard, or a fault without one. */
  private <T> Optional<T> member(String name, Kind<T> kind, T standard) {
    Value value = said.values().get(name);
    Spot inside = spot.inside("." + name);
    if (value != null && !(value instanceof Value.Nothing)) {
      return kind.reader().read(value, inside);
    }
    if (standard == null) {
      inside.note("is missing (" + said.where() + ")");
    }
    return Optional.ofNullable(standard);
  }
}
