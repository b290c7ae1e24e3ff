package org.janua.config;

import java.security.MessageDigest;
import org.janua.digest.Sha256;

/**
 * What a proxy proves itself with. Only its digest is kept, so there is nothing to print or to
 * leak. Immutable.
 */
public final class ProxySecret {
  /** The fewest characters a secret may have. */
  static final int MIN_LENGTH = 32;

  private final byte[] digest;

  private ProxySecret(byte[] digest) {
    this.digest = digest;
  }

  /**
   * Takes a secret.
   *
   * @throws IllegalArgumentException when it is shorter than 32 characters
   */
  public static ProxySecret of(String text) {
    if (text.length() < MIN_LENGTH) {
      throw new IllegalArgumentException("shorter than " + MIN_LENGTH + " characters");
    }
    return new ProxySecret(Sha256.of(text));
  }

  /** Whether this is it; takes the same time wherever they differ, and whatever the lengths. */
  public boolean matches(String presented) {
    return MessageDigest.isEqual(digest, Sha256.of(presented));
  }

  @Override
  public String toString() {
    return "ProxySecret[redacted]";
  }
}
