package org.janua.jpa;

import java.util.Optional;

/** Small facts that belong to the installation as a whole, by name. */
public final class Settings {
  private final Entities entities;

  Settings(Entities entities) {
    this.entities = entities;
  }

  public Optional<String> get(String name) {
    return entities.find(SettingEntity.class, name).map(SettingEntity::content);
  }

  public void put(String name, String value) {
    entities
        .lock(SettingEntity.class, name)
        .ifPresentOrElse(
            setting -> setting.replace(value), () -> entities.add(new SettingEntity(name, value)));
    entities.flush();
  }
}
