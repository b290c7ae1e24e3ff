package org.janua.jpa;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An API key as stored. The key itself is not.
 *
 * @param id never changes, also when the key is replaced
 * @param keyHash SHA-256 of the key as 64 lower-case hexadecimal digits
 * @param userId the account it acts for
 * @param description what it is for, 1 to 255 characters
 * @param permissions all it may use, in order; empty: everything its owner has
 * @param createdAt whole milliseconds, as all times here
 * @param expiresAt when it dies; empty: never
 * @param lastUsedAt roughly; empty: not yet
 */
public record ApiKeyRow(
    String id,
    String keyHash,
    String userId,
    String description,
    Optional<Set<String>> permissions,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> lastUsedAt) {
  public ApiKeyRow {
    Objects.requireNonNull(keyHash, "keyHash");
    permissions = permissions.map(keys -> Collections.unmodifiableSet(new TreeSet<>(keys)));
  }

  /** The same with another key. */
  public ApiKeyRow withHash(String hash) {
    return new ApiKeyRow(
        id, hash, userId, description, permissions, createdAt, expiresAt, lastUsedAt);
  }
}
