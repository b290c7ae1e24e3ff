package org.janua.jpa;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sessions. What is ended is returned by id. */
public final class Sessions {
  private static final int SURPLUS_BATCH = 500;

  private final Entities entities;

  Sessions(Entities entities) {
    this.entities = entities;
  }

  public void add(SessionRow row) {
    entities.add(new SessionEntity(row));
  }

  /** Finds a session and its account in one query; expired ones too, until they are swept. */
  public Optional<LiveSession> byToken(String tokenHash) {
    return entities
        .query(
            Object[].class,
            "select s, u from Session s, User u where s.tokenHash = :hash and u.id = s.userId",
            Map.of("hash", tokenHash))
        .getResultList()
        .stream()
        .findFirst()
        .map(
            found ->
                new LiveSession(((SessionEntity) found[0]).row(), ((UserEntity) found[1]).row()));
  }

  /** The sessions of an account that are not expired, newest first. */
  public List<SessionRow> ofUser(String userId, Instant now) {
    return entities
        .query(
            SessionEntity.class,
            "select s from Session s where s.userId = :user and s.expiresAt > :now"
                + " order by s.createdAt desc, s.id desc",
            Map.of("user", userId, "now", now.toEpochMilli()))
        .getResultList()
        .stream()
        .map(SessionEntity::row)
        .toList();
  }

  /** Notes the last use, never backwards; false if there is no such session or a later use. */
  public boolean touch(String id, Instant lastUsed) {
    return entities.execute(
            "update Session s set s.lastUsedAt = :at where s.id = :id and s.lastUsedAt < :at",
            Map.of("id", id, "at", lastUsed.toEpochMilli()))
        == 1;
  }

  /** Moves the expiry, unless the session ended or another request moved it first. */
  public boolean extend(String id, Instant seenExpiry, Instant newExpiry) {
    return entities.execute(
            "update Session s set s.expiresAt = :new where s.id = :id and s.expiresAt = :seen",
            Map.of("id", id, "seen", seenExpiry.toEpochMilli(), "new", newExpiry.toEpochMilli()))
        == 1;
  }

  /** Ends a session of this account; empty if it is not this account's, or not there. */
  public Optional<String> end(String id, String userId) {
    return delete("s.userId = :user and s.id = :id", Map.of("user", userId, "id", id)).stream()
        .findFirst();
  }

  /** Ends every session of an account but one. */
  public List<String> endOthers(String userId, String keptId) {
    return delete("s.userId = :user and s.id <> :kept", Map.of("user", userId, "kept", keptId));
  }

  /**
   * Ends the live sessions of an account that were used least recently, but for so many; a few
   * hundred at a time, so that a great number from before is worked off by several calls. Whoever
   * calls it holds the lock of the account.
   */
  public List<String> endLeastUsed(String userId, int kept, Instant now) {
    List<String> surplus =
        entities
            .query(
                String.class,
                "select s.id from Session s where s.userId = :user and s.expiresAt > :now"
                    + " order by s.lastUsedAt desc, s.id desc",
                Map.of("user", userId, "now", now.toEpochMilli()))
            .setFirstResult(kept)
            .setMaxResults(SURPLUS_BATCH)
            .getResultList();
    return surplus.isEmpty() ? List.of() : delete("s.id in :ids", Map.of("ids", surplus));
  }

  public List<String> endAll(String userId) {
    return delete("s.userId = :user", Map.of("user", userId));
  }

  /** Deletes expired sessions, at most so many; returns them with their accounts. */
  public List<LiveSession> sweep(Instant now, int batch) {
    List<SessionRow> expired = expired(now, batch);
    if (expired.isEmpty()) {
      return List.of();
    }
    Map<String, UserRow> users = users(expired);
    entities.execute(
        "delete from Session s where s.id in :ids",
        Map.of("ids", expired.stream().map(SessionRow::id).toList()));
    return expired.stream()
        .map(session -> new LiveSession(session, users.get(session.userId())))
        .toList();
  }

  /**
   * Each is locked, so that of two nodes that sweep only one tells of a session. One after the
   * other: not every provider can lock the beginning of a list on every database.
   */
  private List<SessionRow> expired(Instant now, int batch) {
    return entities
        .query(
            String.class,
            "select s.id from Session s where s.expiresAt <= :now order by s.expiresAt, s.id",
            Map.of("now", now.toEpochMilli()))
        .setMaxResults(batch)
        .getResultList()
        .stream()
        .flatMap(id -> entities.lock(SessionEntity.class, id).stream())
        .map(SessionEntity::row)
        .filter(session -> !session.expiresAt().isAfter(now))
        .toList();
  }

  private Map<String, UserRow> users(List<SessionRow> sessions) {
    return entities
        .query(
            UserEntity.class,
            "select u from User u where u.id in :ids",
            Map.of("ids", sessions.stream().map(SessionRow::userId).distinct().toList()))
        .getResultList()
        .stream()
        .map(UserEntity::row)
        .collect(Collectors.toMap(UserRow::id, Function.identity()));
  }

  private List<String> delete(String which, Map<String, ?> parameters) {
    List<String> ids =
        entities
            .query(String.class, "select s.id from Session s where " + which, parameters)
            .getResultList();
    int ended = entities.execute("delete from Session s where " + which, parameters);
    return ended == 0 ? List.of() : List.copyOf(ids);
  }
}
