package org.janua.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

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
    return HexFormat.of().formatHex(sha256(text));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "SessionKey[redacted]";
  }
}
