package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One thing a role may read. Added and removed, never edited, so no version. */
@Entity(name = "RoleResource")
@Table(name = "auth_role_resource")
class RoleResourceEntity {
  @EmbeddedId private Key key;

  protected RoleResourceEntity() {}

  RoleResourceEntity(String role, String type, String id) {
    this.key = new Key(role, type, id);
  }

  String role() {
    return key.role;
  }

  String type() {
    return key.type;
  }

  String id() {
    return key.id;
  }

  /** All there is of such a row. */
  @Embeddable
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private String role;

    @Column(name = "resource_type")
    private String type;

    @Column(name = "resource_id")
    private String id;

    protected Key() {}

    Key(String role, String type, String id) {
      this.role = role;
      this.type = type;
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Objects.equals(role, that.role)
          && Objects.equals(type, that.type)
          && Objects.equals(id, that.id);
    }

    @Override
    public int hashCode() {
      return Objects.hash(role, type, id);
    }
  }
}
