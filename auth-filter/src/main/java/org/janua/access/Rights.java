package org.janua.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a role gives: the names the container sees as roles. An unknown role gives nothing.
 * Immutable.
 */
public final class Rights {

  /** The role that may do everything. */
  public static final String ADMIN = "admin";

  /** The role of an account without rights of its own. */
  public static final String VIEWER = "viewer";

  private final Map<String, Set<String>> byRole;

  /**
   * Works it out once.
   *
   * @param permissions every declared permission key; {@code admin} holds them all
   */
  public Rights(Set<String> permissions) {
    Set<String> everything = new TreeSet<>(permissions);
    everything.add(ADMIN);
    byRole = Map.of(ADMIN, Set.copyOf(everything), VIEWER, Set.of(VIEWER));
  }

  /** The container roles of somebody with this role; empty when the role is unknown. */
  public Set<String> of(String role) {
    return byRole.getOrDefault(role, Set.of());
  }

  /** Whether an account may be given this role. */
  public boolean isRole(String name) {
    return byRole.containsKey(name);
  }
}
