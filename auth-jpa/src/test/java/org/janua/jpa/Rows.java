package org.janua.jpa;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Rows to store, with ids and digests of their own. */
final class Rows {
  static final Instant NOW = Instant.parse("2026-03-29T01:30:00.123Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private Rows() {}

  static UserRow user(String name) {
    return user(name, "viewer");
  }

  static UserRow user(String name, String role) {
    return new UserRow(
        Ids.next(CLOCK),
        name,
        name.toLowerCase(Locale.ROOT),
        null,
        null,
        null,
        role,
        true,
        PasswordHash.of("hash of " + name),
        NOW,
        null);
  }

  static UserRow described(String name, String displayName, String email) {
    UserRow plain = user(name);
    return new UserRow(
        plain.id(),
        plain.username(),
        plain.canonical(),
        displayName,
        email,
        "https://pictures.example/" + name,
        plain.role(),
        false,
        null,
        NOW,
        NOW.plusSeconds(1));
  }

  static SessionRow session(UserRow user, String tokenHash) {
    return session(user, tokenHash, NOW, NOW.plusSeconds(3600), "curl/8");
  }

  static SessionRow session(
      UserRow user, String tokenHash, Instant createdAt, Instant expiresAt, String userAgent) {
    return new SessionRow(
        Ids.next(CLOCK),
        tokenHash,
        user.id(),
        createdAt,
        createdAt,
        expiresAt,
        NOW.plusSeconds(86400),
        "2001:db8::1",
        userAgent,
        "credentials",
        false);
  }
}
