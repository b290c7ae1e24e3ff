package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What a group was given on one thing. Added and removed, never edited, so no version. */
@Entity(name = "GroupGrant")
@Table(name = "auth_resource_group")
class GroupGrantEntity {
  @EmbeddedId private Key key;

  private String granted;

  protected GroupGrantEntity() {}

  GroupGrantEntity(String groupId, ResourceRow thing, String granted) {
    this.key = new Key(groupId, thing.type(), thing.id());
    this.granted = granted;
  }

  /** Whom it is given to, and which thing. */
  @Embeddable
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "group_id")
    private String groupId;

    @Column(name = "resource_type")
    private String type;

    @Column(name = "resource_id")
    private String id;

    protected Key() {}

    Key(String groupId, String type, String id) {
      this.groupId = groupId;
      this.type = type;
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Objects.equals(groupId, that.groupId)
          && Objects.equals(type, that.type)
          && Objects.equals(id, that.id);
    }

    @Override
    public int hashCode() {
      return Objects.hash(groupId, type, id);
    }
  }
}
