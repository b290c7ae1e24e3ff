package org.janua.jpa;

import java.time.Instant;
import java.util.Objects;

/**
 * An account as stored. Times are kept to the millisecond.
 *
 * @param username the name as typed when the account was made
 * @param canonical the name in its canonical form, unique among all accounts
 * @param displayName null: none given
 * @param email null: none given
 * @param avatarUrl null: none given
 * @param password null: the account has no local password
 * @param passwordChangedAt null: the password was never changed
 */
public record UserRow(
    String id,
    String username,
    String canonical,
    String displayName,
    String email,
    String avatarUrl,
    String role,
    boolean active,
    PasswordHash password,
    Instant createdAt,
    Instant passwordChangedAt) {
  public UserRow {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(canonical, "canonical");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** Whether the password is the one of an earlier reading, if perhaps in a better hash. */
  boolean hasPasswordOf(UserRow earlier) {
    return (password == null) == (earlier.password == null)
        && Objects.equals(passwordChangedAt, earlier.passwordChangedAt);
  }
}
