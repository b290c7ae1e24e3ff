package org.janua.jpa;

import java.time.Instant;

/**
 * The right to set one account's password once. Times are kept to the millisecond.
 *
 * @param digest of the secret that proves it
 * @param userId whose password
 * @param expiresAt it is worth nothing from then on
 */
public record PasswordResetRow(
    String digest, String userId, Instant createdAt, Instant expiresAt) {}
