package org.janua.config;

import java.util.List;

/**
 * The custom roles and the types of things they may read.
 *
 * @param roles in the order of the file, which decides where somebody could have several
 * @param types every type there is, declared or not
 */
public record RoleSettings(List<CustomRole> roles, List<ResourceType> types) {
  /** Copies the lists. */
  public RoleSettings {
    roles = List.copyOf(roles);
    types = List.copyOf(types);
  }
}
