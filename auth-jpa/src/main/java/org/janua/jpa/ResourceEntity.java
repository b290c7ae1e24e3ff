package org.janua.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.Objects;

@Entity(name = "Resource")
@Table(name = "auth_resource")
class ResourceEntity {
  @EmbeddedId private Key key;

  private String creator;

  @Column(name = "open_to_all")
  private boolean open;

  @Version private long version;

  protected ResourceEntity() {}

  ResourceEntity(ResourceRow row) {
    this.key = new Key(row.type(), row.id());
    this.creator = row.creator();
    this.open = row.open();
  }

  String creator() {
    return creator;
  }

  boolean open() {
    return open;
  }

  void replace(ResourceRow row) {
    this.creator = row.creator();
    this.open = row.open();
  }

  /** Which thing. */
  @Embeddable
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "resource_type")
    private String type;

    @Column(name = "resource_id")
    private String id;

    protected Key() {}

    Key(String type, String id) {
      this.type = type;
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Objects.equals(type, that.type)
          && Objects.equals(id, that.id);
    }

    @Override
    public int hashCode() {
      return Objects.hash(type, id);
    }
  }
}
