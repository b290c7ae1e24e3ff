package org.janua.provider.credentials;

import java.text.Normalizer;

/**
 * A password as a person typed it, in Unicode normalization form C (NIST SP 800-63B-4, 3.1.1.2), so
 * that one keyboard's "é" equals another's. Nothing is trimmed or cut. Immutable; never printed.
 */
public final class Password {

  /** Most code points of a password. */
  public static final int LONGEST = 256;

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  /** The password with this text. */
  public static Password of(String text) {
    boolean hopeless = text.length() > 4 * LONGEST; // refused later; normalizing could take long
    return new Password(hopeless ? text : Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /** How long it is, in code points. */
  public int length() {
    return text.codePointCount(0, text.length());
  }

  /** Whether it can be anybody's: not too long, and well-formed. */
  boolean isPossible() {
    return length() <= LONGEST && isWellFormed();
  }

  /**
   * Whether hashes can tell it from every other: it holds no half of a surrogate pair, which every
   * encoding turns into the same question mark, and no NUL, which HMAC cannot tell from nothing at
   * the end of a short key (RFC 2104, 2).
   */
  public boolean isWellFormed() {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  /** The text itself. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "Password[redacted]";
  }
}
