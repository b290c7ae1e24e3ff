package org.janua.provider.credentials;

import java.security.SecureRandom;

/** Salts: 16 random bytes, a new one for every hash. */
final class Salt {

  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Salt() {}

  static byte[] next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
