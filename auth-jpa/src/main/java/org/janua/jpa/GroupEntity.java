package org.janua.jpa;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;

@Entity(name = "UserGroup") // GROUP is a word of the query language
@Table(name = "auth_group")
class GroupEntity {
  @Id private String id;

  private String name;

  private String canonical;

  private String description;

  @ElementCollection
  @CollectionTable(name = "auth_group_permission", joinColumns = @JoinColumn(name = "group_id"))
  @Column(name = "permission")
  private Set<String> permissions = new HashSet<>();

  @Version private long version;

  protected GroupEntity() {}

  GroupEntity(GroupRow row) {
    this.id = row.id();
    this.permissions = new HashSet<>(row.permissions());
    describe(row);
  }

  GroupRow row(Set<String> keys) {
    return new GroupRow(id, name, canonical, description, keys);
  }

  String id() {
    return id;
  }

  final void describe(GroupRow row) {
    this.name = row.name();
    this.canonical = row.canonical();
    this.description = row.description();
  }

  void permit(Set<String> keys) {
    permissions.retainAll(keys);
    permissions.addAll(keys);
  }
}
