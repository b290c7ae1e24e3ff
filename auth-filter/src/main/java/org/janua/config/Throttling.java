package org.janua.config;

import java.util.List;

/**
 * How many passwords may be tried in vain.
 *
 * @param address the limits of one client address; empty: none
 * @param account when an account is locked and for how long; at most one, empty: never
 */
public record Throttling(List<Limit> address, List<Limit> account) {
  /** Copies the lists. */
  public Throttling {
    address = List.copyOf(address);
    account = List.copyOf(account);
  }
}
