package org.janua.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.janua.digest.Sha256;

/**
 * The secret in a link: 256 bits from a secure generator. The database holds its digest alone.
 * Immutable.
 */
final class ResetToken {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private ResetToken(String text) {
    this.text = text;
  }

  /** A new one that nobody else has. */
  static ResetToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new ResetToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What somebody presents; need not be one. */
  static ResetToken of(String text) {
    return new ResetToken(text);
  }

  String reveal() {
    return text;
  }

  /** What the row is found by. */
  String digest() {
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return "ResetToken[redacted]";
  }
}
