package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Never edited as an entity: sessions change by compare-and-set statements, so no version. */
@Entity(name = "Session")
@Table(name = "auth_session")
class SessionEntity {
  private static final int IP_LENGTH = 64;
  private static final int USER_AGENT_LENGTH = 512;

  @Id private String id;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "last_used_at")
  private long lastUsedAt;

  @Column(name = "expires_at")
  private long expiresAt;

  @Column(name = "ends_at")
  private long endsAt;

  private String ip;

  @Column(name = "user_agent")
  private String userAgent;

  private String provider;

  private boolean remember;

  protected SessionEntity() {}

  SessionEntity(SessionRow row) {
    this.id = row.id();
    this.tokenHash = row.tokenHash();
    this.userId = row.userId();
    this.createdAt = row.createdAt().toEpochMilli();
    this.lastUsedAt = row.lastUsedAt().toEpochMilli();
    this.expiresAt = row.expiresAt().toEpochMilli();
    this.endsAt = row.endsAt().toEpochMilli();
    this.ip = Text.fit(row.ip(), IP_LENGTH);
    this.userAgent = Text.fit(row.userAgent(), USER_AGENT_LENGTH);
    this.provider = row.provider();
    this.remember = row.remember();
  }

  SessionRow row() {
    return new SessionRow(
        id,
        tokenHash,
        userId,
        Instant.ofEpochMilli(createdAt),
        Instant.ofEpochMilli(lastUsedAt),
        Instant.ofEpochMilli(expiresAt),
        Instant.ofEpochMilli(endsAt),
        ip,
        userAgent,
        provider,
        remember);
  }
}
