package org.janua.jpa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The custom roles. Whoever changes one takes {@link Users#lockAdministration} first, so that no
 * account is given a role that is going.
 */
public final class Roles {
  private final Entities entities;

  Roles(Entities entities) {
    this.entities = entities;
  }

  /** Every role, in the order of their canonical names. */
  public List<RoleRow> all() {
    Map<String, Map<String, Set<String>>> resources =
        grouped(
            entities
                .query(RoleResourceEntity.class, "select r from RoleResource r", Map.of())
                .getResultList());
    return entities
        .query(RoleEntity.class, "select r from Role r", Map.of())
        .getResultList()
        .stream()
        .map(role -> row(role, resources.getOrDefault(role.canonical(), Map.of())))
        .sorted((a, b) -> a.canonical().compareTo(b.canonical())) // a database has its own order
        .toList();
  }

  /** The role of exactly this name. */
  public Optional<RoleRow> byName(String name) {
    return sameAs(name).filter(role -> role.name().equals(name));
  }

  /** The role of this name in whatever case; empty also for a name that no row can hold. */
  public Optional<RoleRow> sameAs(String name) {
    if (!Text.isStorable(name)) {
      return Optional.empty();
    }
    String canonical = RoleRow.canonical(name);
    return entities.find(RoleEntity.class, canonical).map(role -> row(role, resources(canonical)));
  }

  /** Adds a role, or replaces the one of the same canonical name. */
  public void put(RoleRow row) {
    entities.execute(
        "delete from RoleResource r where r.key.role = :role", Map.of("role", row.canonical()));
    entities
        .lock(RoleEntity.class, row.canonical())
        .ifPresentOrElse(role -> role.replace(row), () -> entities.add(new RoleEntity(row)));
    row.resources()
        .forEach(
            (type, ids) ->
                ids.forEach(id -> entities.add(new RoleResourceEntity(row.canonical(), type, id))));
    entities.flush();
  }

  /** Removes a role and leaves the accounts that have it alone; false if there is none. */
  public boolean remove(RoleRow row) {
    Map<String, String> role = Map.of("role", row.canonical());
    entities.execute("delete from RoleResource r where r.key.role = :role", role);
    return entities.execute("delete from Role r where r.canonical = :role", role) == 1;
  }

  /** The digest of each role's definition that was last taken from the configuration. */
  public Map<String, String> sources() {
    return entities
        .query(RoleSourceEntity.class, "select s from RoleSource s", Map.of())
        .getResultList()
        .stream()
        .collect(Collectors.toMap(RoleSourceEntity::name, RoleSourceEntity::digest));
  }

  /** Remembers what was taken from the configuration. */
  public void putSource(String name, String digest) {
    removeSource(name);
    entities.add(new RoleSourceEntity(name, digest));
  }

  /** Forgets that a role was in the configuration. */
  public void removeSource(String name) {
    entities.execute("delete from RoleSource s where s.name = :name", Map.of("name", name));
  }

  private Map<String, Set<String>> resources(String canonical) {
    return grouped(
            entities
                .query(
                    RoleResourceEntity.class,
                    "select r from RoleResource r where r.key.role = :role",
                    Map.of("role", canonical))
                .getResultList())
        .getOrDefault(canonical, Map.of());
  }

  private static Map<String, Map<String, Set<String>>> grouped(List<RoleResourceEntity> rows) {
    Map<String, Map<String, Set<String>>> roles = new HashMap<>();
    for (RoleResourceEntity row : rows) {
      roles
          .computeIfAbsent(row.role(), role -> new HashMap<>())
          .computeIfAbsent(row.type(), type -> new TreeSet<>())
          .add(row.id());
    }
    return roles;
  }

  private static RoleRow row(RoleEntity role, Map<String, Set<String>> resources) {
    return new RoleRow(role.name(), role.configured(), resources);
  }
}
