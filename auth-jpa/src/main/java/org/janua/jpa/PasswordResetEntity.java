package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Never edited: it is added, and removed when it was used or is worth nothing any more. */
@Entity(name = "PasswordReset")
@Table(name = "auth_password_reset")
class PasswordResetEntity {
  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "expires_at")
  private long expiresAt;

  protected PasswordResetEntity() {}

  PasswordResetEntity(PasswordResetRow row) {
    this.id = row.digest();
    this.userId = row.userId();
    this.createdAt = row.createdAt().toEpochMilli();
    this.expiresAt = row.expiresAt().toEpochMilli();
  }
}
