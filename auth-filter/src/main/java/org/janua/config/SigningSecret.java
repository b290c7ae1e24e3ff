package org.janua.config;

/** The secret that signs tokens: at least 64 characters, never printed. Immutable. */
public final class SigningSecret {
  /** The fewest characters a secret may have. */
  static final int MIN_LENGTH = 64;

  private final String text;

  private SigningSecret(String text) {
    this.text = text;
  }

  /**
   * Wraps a secret.
   *
   * @throws IllegalArgumentException when it is shorter than 64 characters
   */
  public static SigningSecret of(String text) {
    if (text.length() < MIN_LENGTH) {
      throw new IllegalArgumentException("shorter than " + MIN_LENGTH + " characters");
    }
    return new SigningSecret(text);
  }

  /** The secret itself; the key is its UTF-8 bytes. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "SigningSecret[redacted]";
  }
}
