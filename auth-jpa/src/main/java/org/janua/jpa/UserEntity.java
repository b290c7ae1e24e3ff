package org.janua.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

@Entity(name = "User")
@Table(name = "auth_user")
class UserEntity {
  @Id private String id;

  private String username;

  private String canonical;

  @Column(name = "display_name")
  private String displayName;

  private String email;

  @Column(name = "email_key")
  private String emailKey;

  @Column(name = "avatar_url")
  private String avatarUrl;

  private String role;

  private boolean active;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "password_changed_at")
  private Long passwordChangedAt;

  @ElementCollection
  @CollectionTable(name = "auth_user_permission", joinColumns = @JoinColumn(name = "user_id"))
  @Column(name = "permission")
  private Set<String> permissions = new HashSet<>();

  @Version private long version;

  protected UserEntity() {}

  UserEntity(UserRow row) {
    this.id = row.id();
    this.username = row.username();
    this.canonical = row.canonical();
    describe(row.displayName(), row.email(), row.avatarUrl());
    this.role = row.role();
    this.active = row.active();
    this.passwordHash = Optional.ofNullable(row.password()).map(PasswordHash::reveal).orElse(null);
    this.createdAt = row.createdAt().toEpochMilli();
    this.passwordChangedAt =
        Optional.ofNullable(row.passwordChangedAt()).map(Instant::toEpochMilli).orElse(null);
  }

  UserRow row() {
    return new UserRow(
        id,
        username,
        canonical,
        displayName,
        email,
        avatarUrl,
        role,
        active,
        Optional.ofNullable(passwordHash).map(PasswordHash::of).orElse(null),
        Instant.ofEpochMilli(createdAt),
        Optional.ofNullable(passwordChangedAt).map(Instant::ofEpochMilli).orElse(null));
  }

  void grant(String newRole) {
    this.role = newRole;
  }

  void permit(Set<String> keys) {
    permissions.retainAll(keys);
    permissions.addAll(keys);
  }

  void activate(boolean nowActive) {
    this.active = nowActive;
  }

  /** The time of the change only grows: it also says which password of the account this is. */
  void change(PasswordHash hash, Instant at) {
    this.passwordHash = hash.reveal();
    long now = at.toEpochMilli();
    this.passwordChangedAt = passwordChangedAt == null ? now : Math.max(now, passwordChangedAt + 1);
  }

  /** What an address is found by: nobody tells capitals apart in it, however it is typed. */
  static String emailKey(String email) {
    return email == null ? null : email.toLowerCase(Locale.ROOT);
  }

  boolean hasEmail(String address) {
    return Objects.equals(email, address);
  }

  final void describe(String newDisplayName, String newEmail, String newAvatarUrl) {
    this.displayName = newDisplayName;
    this.email = newEmail;
    this.emailKey = emailKey(newEmail);
    this.avatarUrl = newAvatarUrl;
  }
}
