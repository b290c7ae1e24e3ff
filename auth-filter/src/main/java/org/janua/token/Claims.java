package org.janua.token;

import java.time.Instant;
import java.util.Set;

/**
 * What a token says, once its signature and times were checked. The rights of the caller are read
 * from the session, never from {@link #groups}: those are there for other services that verify the
 * token themselves.
 *
 * @param accountId {@code sub}: the immutable id of the account
 * @param name {@code upn}: the user name when the token was issued
 * @param groups {@code groups}: the container roles when the token was issued
 * @param session {@code sid}: the session the token belongs to
 * @param issuedAt {@code iat}, whole seconds
 * @param expiresAt {@code exp}, whole seconds; the token is dead at this instant
 */
public record Claims(
    String accountId,
    String name,
    Set<String> groups,
    SessionKey session,
    Instant issuedAt,
    Instant expiresAt) {

  /** Copies the groups. */
  public Claims {
    groups = Set.copyOf(groups);
  }
}
