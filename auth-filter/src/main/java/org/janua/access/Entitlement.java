package org.janua.access;

import java.util.Set;

/**
 * What a role gives.
 *
 * @param roles what the container answers {@code true} for
 * @param reach what may be done with the things of the application
 */
public record Entitlement(Set<String> roles, Reach reach) {

  /** What a role gives that nobody knows. */
  public static final Entitlement NOTHING = new Entitlement(Set.of(), Reach.NOTHING);

  /** Copies the roles. */
  public Entitlement {
    roles = Set.copyOf(roles);
  }
}
