package org.janua.provider.credentials;

import com.password4j.BcryptFunction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.janua.digest.Sha256;
import org.janua.jpa.PasswordHash;

/**
 * One stored bcrypt hash taken apart, in one of two forms: as other systems store it ({@code $2a$},
 * {@code $2b$}, {@code $2y$}), or {@code bcrypt_sha256$$2b$cost$…}, where bcrypt gets the
 * password's SHA-256 in 64 hexadecimal digits. New hashes have the second form, because bcrypt
 * itself uses 72 bytes of what it is given and drops the rest; a password that the first form would
 * cut, or that holds a NUL, never matches it.
 */
final class Bcrypt implements StoredHash {

  private static final String DIGESTED = "bcrypt_sha256$";
  private static final Pattern FORM =
      Pattern.compile(
          "(bcrypt_sha256\\$)?\\$2[aby]\\$(0[89]|1[0-5])\\$([./A-Za-z0-9]{22})([./A-Za-z0-9]{31})");
  private static final int MOST_BYTES = 72;
  private static final int SALT_LENGTH = 22;
  private static final String USUAL_DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final String BCRYPT_DIGITS =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final boolean digested;
  private final int cost;
  private final String salt;
  private final String checksum;

  private Bcrypt(boolean digested, int cost, String salt, String checksum) {
    this.digested = digested;
    this.cost = cost;
    this.salt = salt;
    this.checksum = checksum;
  }

  /** New hashes of the form that cuts nothing, with 2 to the power of {@code cost} rounds. */
  static Recipe recipe(int cost) {
    return new Cost(cost);
  }

  /**
   * Takes a stored hash apart; empty when it is of another form or its cost is not one of 8 to 15,
   * so that one row can neither be free nor stall the server.
   */
  static Optional<StoredHash> parse(PasswordHash stored) {
    Matcher parts = FORM.matcher(stored.reveal());
    return parts.matches()
        ? Optional.of(
            new Bcrypt(
                parts.group(1) != null,
                Integer.parseInt(parts.group(2)),
                parts.group(3),
                parts.group(4)))
        : Optional.empty();
  }

  @Override
  public boolean matches(Password password) {
    byte[] plain = password.reveal().getBytes(StandardCharsets.UTF_8);
    boolean whole = digested || isTakenWhole(plain);
    String computed = compute(digested || !whole ? digest(plain) : plain, setting(cost, salt));
    return isEqual(computed.substring(computed.length() - checksum.length()), checksum) && whole;
  }

  private static boolean isTakenWhole(byte[] plain) {
    for (byte one : plain) {
      if (one == 0) {
        return false;
      }
    }
    return plain.length <= MOST_BYTES;
  }

  /**
   * Always as {@code 2b}: the three letters name one function for every password that is taken
   * whole, and the library treats {@code 2a} specially, so that letters beyond ASCII would not
   * match what other systems made.
   */
  private static String setting(int cost, String salt) {
    return String.format("$2b$%02d$%s", cost, salt);
  }

  private static String compute(byte[] input, String setting) {
    int cost = Integer.parseInt(setting.substring(4, 6));
    return BcryptFunction.getInstance(com.password4j.types.Bcrypt.B, cost)
        .hash(input, setting.getBytes(StandardCharsets.US_ASCII))
        .getResult();
  }

  private static byte[] digest(byte[] plain) {
    return Sha256.hex(plain).getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private record Cost(int cost) implements Recipe {

    @Override
    public PasswordHash hash(Password password) {
      byte[] plain = password.reveal().getBytes(StandardCharsets.UTF_8);
      return PasswordHash.of(DIGESTED + compute(digest(plain), setting(cost, salt())));
    }

    @Override
    public boolean isMetBy(StoredHash stored) {
      return stored instanceof Bcrypt known && known.cost >= cost;
    }

    /** Base64 with bcrypt's own alphabet. */
    private static String salt() {
      StringBuilder text = new StringBuilder();
      Base64.getEncoder()
          .encodeToString(Salt.next())
          .chars()
          .limit(SALT_LENGTH)
          .forEach(c -> text.append(BCRYPT_DIGITS.charAt(USUAL_DIGITS.indexOf(c))));
      return text.toString();
    }
  }
}
