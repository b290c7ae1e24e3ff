package org.janua.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Written and removed under the administration lock, so no version. */
@Entity(name = "RoleSource")
@Table(name = "auth_role_source")
class RoleSourceEntity {
  @Id private String name;

  private String digest;

  protected RoleSourceEntity() {}

  RoleSourceEntity(String name, String digest) {
    this.name = name;
    this.digest = digest;
  }

  String name() {
    return name;
  }

  String digest() {
    return digest;
  }
}
