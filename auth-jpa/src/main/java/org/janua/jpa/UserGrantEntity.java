package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What a user was given on one thing. Added and removed, never edited, so no version. */
@Entity(name = "UserGrant")
@Table(name = "auth_resource_user")
class UserGrantEntity {
  @EmbeddedId private Key key;

  private String granted;

  protected UserGrantEntity() {}

  UserGrantEntity(String userId, ResourceRow thing, String granted) {
    this.key = new Key(userId, thing.type(), thing.id());
    this.granted = granted;
  }

  /** Whom it is given to, and which thing. */
  @Embeddable
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "user_id")
    private String userId;

    @Column(name = "resource_type")
    private String type;

    @Column(name = "resource_id")
    private String id;

    protected Key() {}

    Key(String userId, String type, String id) {
      this.userId = userId;
      this.type = type;
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Objects.equals(userId, that.userId)
          && Objects.equals(type, that.type)
          && Objects.equals(id, that.id);
    }

    @Override
    public int hashCode() {
      return Objects.hash(userId, type, id);
    }
  }
}
