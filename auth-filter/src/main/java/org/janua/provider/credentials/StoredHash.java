package org.janua.provider.credentials;

import java.util.Optional;
import org.janua.jpa.PasswordHash;

/** A stored hash taken apart: of a known form, with parameters inside the bounds of its form. */
sealed interface StoredHash permits Pbkdf2, Bcrypt, Argon2id {

  /**
   * Takes a stored hash apart; empty when its form is not known or a parameter is out of bounds.
   */
  static Optional<StoredHash> parse(PasswordHash stored) {
    return Pbkdf2.parse(stored).or(() -> Bcrypt.parse(stored)).or(() -> Argon2id.parse(stored));
  }

  /** Compares at the cost of one hash with the stored parameters. */
  boolean matches(Password password);
}
