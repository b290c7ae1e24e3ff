package org.janua.jpa;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is counted against whom: a text by id that is worth nothing from a certain time on. */
public final class Throttles {
  private final Entities entities;

  Throttles(Entities entities) {
    this.entities = entities;
  }

  /** The text, kept from every other transaction until this one ends; expired ones too. */
  public Optional<String> locked(String id) {
    return entities.lock(ThrottleEntity.class, id).map(ThrottleEntity::state);
  }

  /** Adds a text where there is none. If another was faster, the unit of work is run again. */
  public void add(String id, String state, Instant expiresAt) {
    entities.add(new ThrottleEntity(id, state, expiresAt));
  }

  /** Replaces a text that this unit of work has locked. */
  public void replace(String id, String state, Instant expiresAt) {
    entities
        .find(ThrottleEntity.class, id)
        .ifPresent(throttle -> throttle.replace(state, expiresAt));
    entities.flush();
  }

  /** Removes a text, if it is there. */
  public void remove(String id) {
    entities.execute("delete from Throttle t where t.id = :id", Map.of("id", id));
  }

  /** Deletes expired ones, at most so many; returns how many. */
  public int sweep(Instant now, int batch) {
    return entities.sweep("Throttle", now, batch);
  }
}
