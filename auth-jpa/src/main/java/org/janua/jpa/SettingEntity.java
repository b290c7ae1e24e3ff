package org.janua.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity(name = "Setting")
@Table(name = "auth_setting")
class SettingEntity {
  /** The row every change of who may administer locks first; made by the first migration. */
  static final String ADMINISTRATION_LOCK = "lock.administration";

  @Id private String name;

  private String content;

  @Version private long version;

  protected SettingEntity() {}

  SettingEntity(String name, String content) {
    this.name = name;
    this.content = content;
  }

  String content() {
    return content;
  }

  void replace(String newContent) {
    this.content = newContent;
  }
}
