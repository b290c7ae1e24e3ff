package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A membership. Added and removed, never edited, so no version. */
@Entity(name = "Membership")
@Table(name = "auth_group_member")
class GroupMemberEntity {
  @EmbeddedId private Key key;

  protected GroupMemberEntity() {}

  GroupMemberEntity(String groupId, String userId, String origin) {
    this.key = new Key(groupId, userId, origin);
  }

  /** All there is of such a row. */
  @Embeddable
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "group_id")
    private String groupId;

    @Column(name = "user_id")
    private String userId;

    private String origin;

    protected Key() {}

    Key(String groupId, String userId, String origin) {
      this.groupId = groupId;
      this.userId = userId;
      this.origin = origin;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Objects.equals(groupId, that.groupId)
          && Objects.equals(userId, that.userId)
          && Objects.equals(origin, that.origin);
    }

    @Override
    public int hashCode() {
      return Objects.hash(groupId, userId, origin);
    }
  }
}
