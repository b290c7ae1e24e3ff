package org.janua.signin;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import org.janua.access.Rights;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.Password;
import org.janua.provider.credentials.PasswordHashing;

/** A random password for the user {@code admin}, and how the operator learns it. */
final class AdminPassword {

  static final String NAME = "admin";
  private static final int BYTES = 16;

  private final Password password;
  private final PasswordHash hash;

  /** Makes one; costs a hash. */
  AdminPassword(PasswordHashing hashing) {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    this.password = Password.of(HexFormat.of().formatHex(bytes));
    this.hash = hashing.hash(password).orElseThrow();
  }

  PasswordHash hash() {
    return hash;
  }

  /** A new account for it, active and an administrator's. */
  UserRow account(String id, Instant now) {
    return new UserRow(id, NAME, NAME, null, null, null, Rights.ADMIN, true, hash, now, now);
  }

  /** Name and password, each on its own line, between two lines of stars. */
  String banner() {
    String stars = "*".repeat(64);
    return String.join("\n", "", stars, NAME, password.reveal(), stars, "");
  }
}
