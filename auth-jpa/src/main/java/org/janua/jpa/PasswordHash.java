package org.janua.jpa;

import java.util.Objects;

/** A stored password hash in its encoded form, parameters and salt included. Never printed. */
public final class PasswordHash {
  private final String encoded;

  private PasswordHash(String encoded) {
    this.encoded = Objects.requireNonNull(encoded);
  }

  public static PasswordHash of(String encoded) {
    return new PasswordHash(encoded);
  }

  /** The encoded form, for the password verifier alone. */
  public String reveal() {
    return encoded;
  }

  @Override
  public String toString() {
    return "PasswordHash[redacted]";
  }
}
