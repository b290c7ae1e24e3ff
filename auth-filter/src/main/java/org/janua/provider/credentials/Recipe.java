package org.janua.provider.credentials;

import org.janua.jpa.PasswordHash;

/** How a new password is hashed. Immutable. */
interface Recipe {

  /** Hashes a password with a new salt. */
  PasswordHash hash(Password password);

  /** Whether a stored hash costs a thief at least what this recipe would cost him. */
  boolean isMetBy(StoredHash stored);

  /**
   * Spends what comparing with this stored hash cost less than it would with a hash of this recipe,
   * so that time does not tell an old hash from a new one. A recipe that cannot do so does nothing.
   */
  default void topUp(StoredHash stored, Password password) {}
}
