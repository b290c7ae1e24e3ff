package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Never edited as an entity: keys change by single statements, so no version. */
@Entity(name = "ApiKey")
@Table(name = "auth_api_key")
class ApiKeyEntity {
  @Id private String id;

  @Column(name = "key_hash")
  private String keyHash;

  @Column(name = "user_id")
  private String userId;

  private String description;

  private boolean limited;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "expires_at")
  private Long expiresAt;

  @Column(name = "last_used_at")
  private Long lastUsedAt;

  protected ApiKeyEntity() {}

  ApiKeyEntity(ApiKeyRow row) {
    this.id = row.id();
    this.keyHash = row.keyHash();
    this.userId = row.userId();
    this.description = row.description();
    this.limited = row.permissions().isPresent();
    this.createdAt = row.createdAt().toEpochMilli();
    this.expiresAt = row.expiresAt().map(Instant::toEpochMilli).orElse(null);
    this.lastUsedAt = row.lastUsedAt().map(Instant::toEpochMilli).orElse(null);
  }

  String id() {
    return id;
  }

  boolean limited() {
    return limited;
  }

  /**
   * The row.
   *
   * @param permissions those stored for it; they count only where it is limited
   */
  ApiKeyRow row(Set<String> permissions) {
    return new ApiKeyRow(
        id,
        keyHash,
        userId,
        description,
        limited ? Optional.of(permissions) : Optional.empty(),
        Instant.ofEpochMilli(createdAt),
        Optional.ofNullable(expiresAt).map(Instant::ofEpochMilli),
        Optional.ofNullable(lastUsedAt).map(Instant::ofEpochMilli));
  }
}
