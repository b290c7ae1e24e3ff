package org.janua.apikey;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked for when a key is made.
 *
 * @param description what it is for
 * @param expiresAt when it is to die; empty: never
 * @param permissions all it may use; empty: everything its owner has, at any time
 */
public record NewKey(
    String description, Optional<Instant> expiresAt, Optional<Set<String>> permissions) {

  /** Copies the permissions. */
  public NewKey {
    permissions = permissions.map(Set::copyOf);
  }
}
