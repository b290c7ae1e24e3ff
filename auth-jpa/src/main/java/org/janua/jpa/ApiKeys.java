package org.janua.jpa;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The API keys. Whoever adds one holds the lock of the account, so that they can be counted. */
public final class ApiKeys {
  private final Entities entities;

  ApiKeys(Entities entities) {
    this.entities = entities;
  }

  public void add(ApiKeyRow row) {
    entities.add(new ApiKeyEntity(row));
    row.permissions()
        .orElse(Set.of())
        .forEach(permission -> entities.add(new ApiKeyPermissionEntity(row.id(), permission)));
  }

  /** Finds a key and its account; expired ones too. */
  public Optional<LiveApiKey> byHash(String keyHash) {
    return entities
        .query(
            Object[].class,
            "select k, u from ApiKey k, User u where k.keyHash = :hash and u.id = k.userId",
            Map.of("hash", keyHash))
        .getResultList()
        .stream()
        .findFirst()
        .map(
            found ->
                new LiveApiKey(
                    rows(List.of((ApiKeyEntity) found[0])).get(0), ((UserEntity) found[1]).row()));
  }

  /** The key of this id, if it is this account's. */
  public Optional<ApiKeyRow> find(String id, String userId) {
    return rows(
            entities
                .query(
                    ApiKeyEntity.class,
                    "select k from ApiKey k where k.id = :id and k.userId = :user",
                    Map.of("id", id, "user", userId))
                .getResultList())
        .stream()
        .findFirst();
  }

  /** The keys of an account, expired ones too, newest first. */
  public List<ApiKeyRow> ofUser(String userId) {
    return rows(
        entities
            .query(
                ApiKeyEntity.class,
                "select k from ApiKey k where k.userId = :user order by k.createdAt desc, k.id desc",
                Map.of("user", userId))
            .getResultList());
  }

  /** How many keys an account has, expired ones too. */
  public long count(String userId) {
    return entities
        .query(
            Long.class,
            "select count(k) from ApiKey k where k.userId = :user",
            Map.of("user", userId))
        .getSingleResult();
  }

  /** Puts another key in the place of one; false if this account has no such key. */
  public boolean replace(String id, String userId, String keyHash) {
    return entities.execute(
            "update ApiKey k set k.keyHash = :hash where k.id = :id and k.userId = :user",
            Map.of("hash", keyHash, "id", id, "user", userId))
        == 1;
  }

  /** Notes the last use, never backwards. */
  public void touch(String id, Instant lastUsed) {
    entities.execute(
        "update ApiKey k set k.lastUsedAt = :at where k.id = :id"
            + " and (k.lastUsedAt is null or k.lastUsedAt < :at)",
        Map.of("id", id, "at", lastUsed.toEpochMilli()));
  }

  /** Ends a key; false if this account has no such key. */
  public boolean end(String id, String userId) {
    return entities.execute(
            "delete from ApiKey k where k.id = :id and k.userId = :user",
            Map.of("id", id, "user", userId))
        == 1;
  }

  /** Ends every key of an account; answers how many they were. */
  public int endAll(String userId) {
    return entities.execute("delete from ApiKey k where k.userId = :user", Map.of("user", userId));
  }

  private List<ApiKeyRow> rows(Collection<ApiKeyEntity> keys) {
    List<String> limited =
        keys.stream().filter(ApiKeyEntity::limited).map(ApiKeyEntity::id).toList();
    Map<String, Set<String>> permissions = limited.isEmpty() ? Map.of() : permissions(limited);
    return keys.stream().map(key -> key.row(permissions.getOrDefault(key.id(), Set.of()))).toList();
  }

  private Map<String, Set<String>> permissions(List<String> keyIds) {
    Map<String, Set<String>> permissions = new HashMap<>();
    entities
        .query(
            ApiKeyPermissionEntity.class,
            "select p from ApiKeyPermission p where p.key.keyId in :keys",
            Map.of("keys", keyIds))
        .getResultList()
        .forEach(
            row ->
                permissions
                    .computeIfAbsent(row.keyId(), key -> new TreeSet<>())
                    .add(row.permission()));
    return permissions;
  }
}
