package org.janua.apikey;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.janua.digest.Sha256;

/**
 * An API key as its owner has it: {@code janua_}, 43 random signs (256 bits), and 6 signs that are
 * the CRC-32 of everything before them. Signs are digits, capital and small letters. The beginning
 * lets a scanner for secrets find one, the end lets it tell a real one from an example, and neither
 * makes it easier to guess. The database only ever holds its {@link #digest()}. Immutable.
 */
public final class KeyText {

  /** What every key starts with, and no other credential. */
  public static final String PREFIX = "janua_";

  private static final String SIGNS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM_SIGNS = 43; // 62^43 > 2^256
  private static final int CHECK_SIGNS = 6; // 62^6 > 2^32
  private static final Pattern SHAPE =
      Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM_SIGNS + CHECK_SIGNS) + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private KeyText(String text) {
    this.text = text;
  }

  /** A new key nobody else has. */
  static KeyText random() {
    StringBuilder text = new StringBuilder(PREFIX);
    for (int i = 0; i < RANDOM_SIGNS; i++) {
      text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return new KeyText(text + check(text.toString()));
  }

  /** A text that has the form of a key; empty when no such key can ever have been made. */
  public static Optional<KeyText> parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    int end = PREFIX.length() + RANDOM_SIGNS;
    return text.substring(end).equals(check(text.substring(0, end)))
        ? Optional.of(new KeyText(text))
        : Optional.empty();
  }

  /** The most significant digit first, to the base 62. */
  private static String check(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.US_ASCII));
    long rest = sum.getValue();
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < CHECK_SIGNS; i++) {
      digits.append(SIGNS.charAt((int) (rest % SIGNS.length())));
      rest /= SIGNS.length();
    }
    return digits.reverse().toString();
  }

  /** The key itself; goes into the answer to whoever made it and nowhere else. */
  String reveal() {
    return text;
  }

  /** SHA-256 of the key as 64 lower-case hexadecimal digits; what its row is found by. */
  String digest() {
    return Sha256.hex(text);
  }

  @Override
  public String toString() {
    return "KeyText[redacted]";
  }
}
