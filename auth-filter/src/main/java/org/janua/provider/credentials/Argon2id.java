package org.janua.provider.credentials;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.janua.jpa.PasswordHash;

/**
 * One stored hash {@code $argon2id$v=19$m=…,t=…,p=1$salt$hash} taken apart: Argon2id (RFC 9106), 32
 * bytes of output, salt and output in Base64 without padding.
 *
 * <p>Only the five pairs of memory and passes that OWASP names are accepted. The library keeps a
 * block of memory for every pair it has ever met, so a closed set also bounds what stored rows can
 * make the server hold: 94 MiB if all five were in use.
 */
final class Argon2id implements StoredHash {

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{4,5}),t=(\\d),p=1"
              + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{43})");

  /** Memory in KiB, and the passes that go with it. */
  private static final Map<Integer, Integer> ACCEPTED =
      Map.of(47_104, 1, 19_456, 2, 12_288, 3, 9_216, 4, 7_168, 5);

  private static final int MEMORY = 19_456;
  private static final int OUTPUT_BYTES = 32;

  private final int memory;
  private final byte[] salt;
  private final byte[] output;

  private Argon2id(int memory, byte[] salt, byte[] output) {
    this.memory = memory;
    this.salt = salt;
    this.output = output;
  }

  /** New hashes with 19 MiB and two passes. */
  static Recipe recipe() {
    return new Standard();
  }

  /** Takes a stored hash apart; empty when it is of another form or its costs are not accepted. */
  static Optional<StoredHash> parse(PasswordHash stored) {
    Matcher parts = FORM.matcher(stored.reveal());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int memory = Integer.parseInt(parts.group(1));
    Integer passes = ACCEPTED.get(memory);
    return passes != null && passes == Integer.parseInt(parts.group(2))
        ? decoded(parts.group(3))
            .flatMap(
                salt -> decoded(parts.group(4)).map(output -> new Argon2id(memory, salt, output)))
        : Optional.empty();
  }

  @Override
  public boolean matches(Password password) {
    return MessageDigest.isEqual(output, compute(password, salt, memory).getBytes());
  }

  private static com.password4j.Hash compute(Password password, byte[] salt, int memory) {
    byte[] plain = password.reveal().getBytes(StandardCharsets.UTF_8);
    return Argon2Function.getInstance(memory, ACCEPTED.get(memory), 1, OUTPUT_BYTES, Argon2.ID)
        .hash(plain, salt);
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private record Standard() implements Recipe {

    @Override
    public PasswordHash hash(Password password) {
      return PasswordHash.of(compute(password, Salt.next(), MEMORY).getResult());
    }

    /** OWASP counts the five pairs as equally strong. */
    @Override
    public boolean isMetBy(StoredHash stored) {
      return stored instanceof Argon2id;
    }
  }
}
