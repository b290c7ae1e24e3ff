package org.janua.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what {@code resources} says of one type. */
final class ResourceMembers {
  private static final Set<String> LATER = Set.of("override", "create", "public");
  private static final String LEVELS = "levels";
  private static final String READ_BY_VIEWER = "read_by_viewer";

  private final Value.Entries said;
  private final Spot spot;

  private ResourceMembers(Value.Entries said, Spot spot) {
    this.said = said;
    this.spot = spot;
  }

  /** A type without its name. */
  record Read(List<String> levels, boolean readByViewer) {}

  static Optional<Read> read(Value value, Spot spot) {
    return value instanceof Value.Entries entries
        ? new ResourceMembers(entries, spot).read()
        : spot.wrong(value, "is found where a map belongs");
  }

  private Optional<Read> read() {
    boolean known = said.values().entrySet().stream().filter(this::isFaulty).count() == 0;
    Optional<List<String>> levels = levels();
    Optional<Boolean> readByViewer = member(READ_BY_VIEWER, Kinds.truth(), false);
    return levels
        .filter(right -> known)
        .flatMap(right -> readByViewer.map(flag -> new Read(right, flag)));
  }

  private boolean isFaulty(Map.Entry<String, Value> member) {
    String name = member.getKey();
    Value value = member.getValue();
    boolean later = LATER.contains(name);
    if (name.equals(LEVELS) || name.equals(READ_BY_VIEWER) || later && value.isOff()) {
      return false;
    }
    spot.inside("." + name)
        .note(
            (later ? "is not available in this version yet" : "is not a setting")
                + " ("
                + value.where()
                + ")");
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
