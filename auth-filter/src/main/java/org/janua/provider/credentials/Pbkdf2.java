package org.janua.provider.credentials;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.janua.jpa.PasswordHash;

/**
 * One stored hash {@code pbkdf2_sha256$iterations$salt$hash} taken apart: PBKDF2 (RFC 8018 5.2)
 * with HMAC-SHA-256, the salt used as its text, 32 bytes of output in Base64.
 */
final class Pbkdf2 implements StoredHash {

  private static final String ALGORITHM = "pbkdf2_sha256";

  /**
   * Bounds of a stored iteration count, so that one row can neither be free nor stall the server.
   */
  private static final int FEWEST = 1_000;

  private static final int MOST = 5_000_000;
  private static final int KEY_BYTES = 32;
  private static final int LONGEST_SALT = 128;

  private final int iterations;
  private final String salt;
  private final byte[] key;

  private Pbkdf2(int iterations, String salt, byte[] key) {
    this.iterations = iterations;
    this.salt = salt;
    this.key = key;
  }

  /** New hashes with so many iterations. */
  static Recipe recipe(int iterations) {
    return new Iterations(iterations);
  }

  /** Takes a stored hash apart; empty when it is of another form or out of bounds. */
  static Optional<StoredHash> parse(PasswordHash stored) {
    String[] parts = stored.reveal().split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(ALGORITHM) || !parts[1].matches("[1-9]\\d{0,6}")) {
      return Optional.empty();
    }
    int iterations = Integer.parseInt(parts[1]);
    boolean sane =
        iterations >= FEWEST
            && iterations <= MOST
            && !parts[2].isEmpty()
            && parts[2].length() <= LONGEST_SALT;
    return sane
        ? key(parts[3]).map(key -> new Pbkdf2(iterations, parts[2], key))
        : Optional.empty();
  }

  /** Hashes a new password. */
  static PasswordHash hash(Password password, String salt, int iterations) {
    byte[] key = derive(password, salt, iterations);
    String text = Base64.getEncoder().encodeToString(key);
    return PasswordHash.of(String.join("$", ALGORITHM, String.valueOf(iterations), salt, text));
  }

  @Override
  public boolean matches(Password password) {
    return MessageDigest.isEqual(key, derive(password, salt, iterations));
  }

  private static Optional<byte[]> key(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      return key.length == KEY_BYTES ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] derive(Password password, String salt, int iterations) {
    char[] characters = password.reveal().toCharArray();
    byte[] saltBytes = salt.getBytes(StandardCharsets.UTF_8);
    PBEKeySpec spec = new PBEKeySpec(characters, saltBytes, iterations, KEY_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("PBKDF2WithHmacSHA256 is not available", e);
    } finally {
      spec.clearPassword();
      Arrays.fill(characters, '\0');
    }
  }

  private record Iterations(int count) implements Recipe {

    @Override
    public PasswordHash hash(Password password) {
      return Pbkdf2.hash(password, HexFormat.of().formatHex(Salt.next()), count);
    }

    @Override
    public boolean isMetBy(StoredHash stored) {
      return stored instanceof Pbkdf2 known && known.iterations >= count;
    }

    /** Rounds are all alike, so the missing ones cost what a hash with all of them would. */
    @Override
    public void topUp(StoredHash stored, Password password) {
      if (stored instanceof Pbkdf2 known && known.iterations < count) {
        derive(password, known.salt, count - known.iterations);
      }
    }
  }
}
