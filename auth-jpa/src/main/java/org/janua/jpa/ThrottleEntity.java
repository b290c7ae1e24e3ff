package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

@Entity(name = "Throttle")
@Table(name = "auth_throttle")
class ThrottleEntity {
  @Id private String id;

  private String state;

  @Column(name = "expires_at")
  private long expiresAt;

  @Version private long version;

  protected ThrottleEntity() {}

  ThrottleEntity(String id, String state, Instant expiresAt) {
    this.id = id;
    replace(state, expiresAt);
  }

  String state() {
    return state;
  }

  final void replace(String newState, Instant newExpiry) {
    this.state = newState;
    this.expiresAt = newExpiry.toEpochMilli();
  }
}
