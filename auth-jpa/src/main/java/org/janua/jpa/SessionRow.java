package org.janua.jpa;

import java.time.Instant;
import java.util.Objects;

/**
 * A session as stored. Times are kept to the millisecond.
 *
 * @param tokenHash digest of the session's secret, unique; the secret itself is never stored
 * @param expiresAt moved forward by use, never beyond {@code endsAt}
 * @param endsAt absolute limit, whatever the use
 * @param ip address of the client when the session was opened; null: not known
 * @param userAgent what the client called itself, cut to 512 characters; null: it did not say
 * @param provider what vouched for the user, for example {@code credentials}
 * @param remember whether the user asked to be remembered
 */
public record SessionRow(
    String id,
    String tokenHash,
    String userId,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    Instant endsAt,
    String ip,
    String userAgent,
    String provider,
    boolean remember) {
  public SessionRow {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tokenHash, "tokenHash");
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(lastUsedAt, "lastUsedAt");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(endsAt, "endsAt");
    Objects.requireNonNull(provider, "provider");
  }
}
