package org.janua.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity(name = "Role")
@Table(name = "auth_role")
class RoleEntity {
  @Id private String canonical;

  private String name;

  private boolean configured;

  @Version private long version;

  protected RoleEntity() {}

  RoleEntity(RoleRow row) {
    this.canonical = row.canonical();
    this.name = row.name();
    this.configured = row.configured();
  }

  String canonical() {
    return canonical;
  }

  String name() {
    return name;
  }

  boolean configured() {
    return configured;
  }

  void replace(RoleRow row) {
    this.name = row.name();
    this.configured = row.configured();
  }
}
