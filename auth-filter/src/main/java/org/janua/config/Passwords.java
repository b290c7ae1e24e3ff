package org.janua.config;

/**
 * What a new password must be and how it is hashed.
 *
 * @param minLength code points, 8 to 128
 * @param mixed whether a small letter, a capital, a digit and a sign are demanded too
 * @param algorithm how new passwords are hashed
 * @param hashIterations PBKDF2 rounds for new hashes, 1,000 to 5,000,000
 * @param resetAdmin whether the user {@code admin} gets a new password at every start
 */
public record Passwords(
    int minLength, boolean mixed, Algorithm algorithm, int hashIterations, boolean resetAdmin) {

  /** How passwords are hashed. */
  public enum Algorithm {
    /** PBKDF2 with HMAC-SHA-256. */
    PBKDF2_SHA256,
    /** bcrypt over SHA-256. */
    BCRYPT,
    /** Argon2id. */
    ARGON2ID
  }
}
