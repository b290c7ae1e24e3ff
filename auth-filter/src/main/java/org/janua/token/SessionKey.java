package org.janua.token;

import java.security.SecureRandom;
import java.util.Base64;
import org.janua.digest.Sha256;

/**
 * The opaque secret a token names its session by: 256 bits from a secure generator. The database
 * only ever holds its {@link #digest()}, so a copy of the table opens no session. Immutable.
 */
public final class SessionKey {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private SessionKey(String text) {
    this.text = text;
  }

  /** A new key nobody else has. */
  public static SessionKey random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The key a verified token carried. */
  static SessionKey of(String text) {
    return new SessionKey(text);
  }

  String reveal() {
    return text;
  }

  /** SHA-256 of the key as 64 lower-case hexadecimal digits; what the session row is found by. */
  public String digest() {
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return "SessionKey[redacted]";
  }
}
