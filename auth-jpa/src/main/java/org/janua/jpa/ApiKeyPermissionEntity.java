package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One permission of a limited key. Added with the key and never edited, so no version. */
@Entity(name = "ApiKeyPermission")
@Table(name = "auth_api_key_permission")
class ApiKeyPermissionEntity {
  @EmbeddedId private Key key;

  protected ApiKeyPermissionEntity() {}

  ApiKeyPermissionEntity(String keyId, String permission) {
    this.key = new Key(keyId, permission);
  }

  String keyId() {
    return key.keyId;
  }

  String permission() {
    return key.permission;
  }

  /** All there is of such a row. */
  @Embeddable
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "key_id")
    private String keyId;

    private String permission;

    protected Key() {}

    Key(String keyId, String permission) {
      this.keyId = keyId;
      this.permission = permission;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Objects.equals(keyId, that.keyId)
          && Objects.equals(permission, that.permission);
    }

    @Override
    public int hashCode() {
      return Objects.hash(keyId, permission);
    }
  }
}
