package org.janua.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The custom roles and the types of things they may read.
 *
 * @param custom in the order of the file, which decides where somebody could have several
 * @param types every type there is, declared or not
 */
public record RoleSettings(List<CustomRole> custom, List<ResourceType> types) {
  /** Copies the lists. */
  public RoleSettings {
    custom = List.copyOf(custom);
    types = List.copyOf(types);
  }

  /** The names of all roles the configuration knows. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(Set.of("admin"));
    custom.forEach(role -> names.add(role.name()));
    names.add("viewer");
    return names;
  }
}
