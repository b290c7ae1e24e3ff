package org.janua.jpa;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The rights to set a password once. All of an account's end when its password, its e-mail address
 * or its status changes: see {@link Users}.
 */
public final class PasswordResets {
  private final Entities entities;

  PasswordResets(Entities entities) {
    this.entities = entities;
  }

  public void add(PasswordResetRow row) {
    entities.add(new PasswordResetEntity(row));
  }

  /** The account whose password may be set, unless the right has expired. */
  public Optional<UserRow> user(String digest, Instant now) {
    return entities
        .query(
            UserEntity.class,
            "select u from PasswordReset r, User u"
                + " where r.id = :digest and r.expiresAt > :now and u.id = r.userId",
            Map.of("digest", digest, "now", now.toEpochMilli()))
        .getResultList()
        .stream()
        .findFirst()
        .map(UserEntity::row);
  }

  /** Uses a right up; of several that try, on all nodes, exactly one is answered true. */
  public boolean use(String digest, Instant now) {
    return entities.execute(
            "delete from PasswordReset r where r.id = :digest and r.expiresAt > :now",
            Map.of("digest", digest, "now", now.toEpochMilli()))
        == 1;
  }

  /** Deletes expired ones, at most so many; returns how many. */
  public int sweep(Instant now, int batch) {
    return entities.sweep("PasswordReset", now, batch);
  }
}
