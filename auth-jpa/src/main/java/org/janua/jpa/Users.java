package org.janua.jpa;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The accounts. Names are compared in their canonical form, which the caller computes. */
public final class Users {
  private final Entities entities;

  Users(Entities entities) {
    this.entities = entities;
  }

  /** Finds the account of a canonical name; empty also for a name that no row can hold. */
  public Optional<UserRow> byName(String canonical) {
    if (!Text.isStorable(canonical)) {
      return Optional.empty();
    }
    return entities
        .query(
            UserEntity.class,
            "select u from User u where u.canonical = :canonical",
            Map.of("canonical", canonical))
        .getResultList()
        .stream()
        .findFirst()
        .map(UserEntity::row);
  }

  /**
   * The active accounts with a password of their own and this e-mail address, in any case; the
   * first so many in the order of their canonical names. Empty also for what no row can hold.
   */
  public List<UserRow> byEmail(String email, int limit) {
    if (!Text.isStorable(email)) {
      return List.of();
    }
    return entities
        .query(
            UserEntity.class,
            "select u from User u where u.emailKey = :email and u.active = true"
                + " and u.passwordHash is not null order by u.canonical",
            Map.of("email", UserEntity.emailKey(email)))
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(UserEntity::row)
        .toList();
  }

  public Optional<UserRow> byId(String id) {
    return entities.find(UserEntity.class, id).map(UserEntity::row);
  }

  /**
   * Reads an account and keeps every other transaction from changing or removing it until this one
   * ends. Opening a session does this and compares what it verified, so that a password change
   * cannot slip in between.
   */
  public Optional<UserRow> locked(String id) {
    return entities.lock(UserEntity.class, id).map(UserEntity::row);
  }

  /**
   * As {@link #locked}, if the password is still the one that was read before; empty when it was
   * changed or the account is gone.
   */
  public Optional<UserRow> lockedUnchanged(UserRow before) {
    return locked(before.id()).filter(now -> now.hasPasswordOf(before));
  }

  /**
   * One page of accounts in the order of their canonical names.
   *
   * @param query part of the canonical name, e-mail or display name, in any case; null: all
   * @param after canonical name of the last row of the page before; null: the first page
   */
  public List<UserRow> page(String query, String after, int limit) {
    StringBuilder jpql = new StringBuilder("select u from User u where 1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    if (query != null) {
      if (!Text.isStorable(query)) {
        return List.of();
      }
      jpql.append(" and (u.canonical like :part escape '!' or lower(u.email) like :part escape '!'")
          .append(" or lower(u.displayName) like :part escape '!')");
      parameters.put("part", Text.containing(query));
    }
    if (after != null) {
      jpql.append(" and u.canonical > :after");
      parameters.put("after", after);
    }
    return entities
        .query(UserEntity.class, jpql.append(" order by u.canonical").toString(), parameters)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(UserEntity::row)
        .toList();
  }

  public long count() {
    return entities.query(Long.class, "select count(u) from User u", Map.of()).getSingleResult();
  }

  /**
   * Whether an active account that can sign in is an administrator, by whatever way: its role, or
   * one of these keys, its own or a group's.
   *
   * @param keys whoever holds one of them is an administrator; may be empty
   */
  public boolean hasAdministrator(Set<String> keys) {
    String active = " u.active = true and u.passwordHash is not null";
    return exists("User u where u.role = 'admin' and" + active, Map.of())
        || !keys.isEmpty() && hasHolder(active, Map.of("keys", keys));
  }

  private boolean hasHolder(String active, Map<String, Set<String>> keys) {
    return exists("User u join u.permissions p where p in :keys and" + active, keys)
        || exists(
            "User u, Membership m, UserGroup g join g.permissions p where m.key.userId = u.id"
                + " and g.id = m.key.groupId and p in :keys and"
                + active,
            keys)
        || exists("User u where" + active, Map.of())
            && exists(
                "UserGroup u join u.permissions p where u.id = 'everyone' and p in :keys", keys);
  }

  private boolean exists(String from, Map<String, ?> parameters) {
    String jpql = "select count(u) from " + from;
    return entities.query(Long.class, jpql, parameters).getSingleResult() > 0;
  }

  /**
   * Adds an account. If its canonical name is taken, the unit of work is run again, so that its own
   * check for the name sees the row.
   */
  public void add(UserRow row) {
    entities.add(new UserEntity(row));
  }

  /**
   * Removes an account, its sessions, memberships, keys and what it was given; what it made has no
   * creator then. False if there is none.
   */
  public boolean remove(String id) {
    entities.execute(
        "update Resource r set r.creator = null, r.version = r.version + 1 where r.creator = :id",
        Map.of("id", id));
    entities.execute("delete from Session s where s.userId = :id", Map.of("id", id));
    entities.execute("delete from Membership m where m.key.userId = :id", Map.of("id", id));
    setPermissions(id, Set.of());
    return entities.execute("delete from User u where u.id = :id", Map.of("id", id)) == 1;
  }

  /** False if there is no such account. */
  public boolean setRole(String id, String role) {
    return edit(id, user -> user.grant(role));
  }

  /** The keys an account was given itself; some may not be declared any more. */
  public Set<String> permissions(String id) {
    return permissions(Set.of(id)).getOrDefault(id, Set.of());
  }

  /** The same for several accounts at once; one that was given none is not there. */
  public Map<String, Set<String>> permissions(Collection<String> ids) {
    Map<String, Set<String>> keys = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .query(
              Object[].class,
              "select u.id, p from User u join u.permissions p where u.id in :ids",
              Map.of("ids", ids))
          .getResultList()
          .forEach(
              row ->
                  keys.computeIfAbsent((String) row[0], id -> new TreeSet<>())
                      .add((String) row[1]));
    }
    return keys;
  }

  /** Replaces the keys an account was given itself; false if there is no such account. */
  public boolean setPermissions(String id, Set<String> keys) {
    return edit(id, user -> user.permit(keys));
  }

  /**
   * False if there is no such account. Ends the rights to set its password, but no session: see
   * {@link Sessions}.
   */
  public boolean setActive(String id, boolean active) {
    return edit(id, user -> user.activate(active)) && endPasswordResets(id);
  }

  /** How many accounts have exactly this role. */
  public long countOf(String role) {
    return entities
        .query(Long.class, "select count(u) from User u where u.role = :role", Map.of("role", role))
        .getSingleResult();
  }

  /** The names of the accounts that have exactly this role, as typed. */
  public List<String> namesOf(String role) {
    return entities
        .query(
            String.class,
            "select u.username from User u where u.role = :role order by u.canonical",
            Map.of("role", role))
        .getResultList();
  }

  /** How many accounts have each role; a role that nobody has is not there. */
  public Map<String, Long> countByRole() {
    Map<String, Long> counts = new HashMap<>();
    entities
        .query(Object[].class, "select u.role, count(u) from User u group by u.role", Map.of())
        .getResultList()
        .forEach(row -> counts.put((String) row[0], (Long) row[1]));
    return counts;
  }

  /** Gives everybody who has the one role the other; answers how many they are. */
  public int moveRole(String from, String to) {
    return entities.execute(
        "update User u set u.role = :to, u.version = u.version + 1 where u.role = :from",
        Map.of("from", from, "to", to));
  }

  /**
   * False if there is no such account. Ends the rights to set its password, but no session: see
   * {@link Sessions}.
   */
  public boolean setPassword(String id, PasswordHash hash, Instant at) {
    return edit(id, user -> user.change(hash, at)) && endPasswordResets(id);
  }

  /** Replaces a hash of the same password by a better one, unless it was changed meanwhile. */
  public boolean replacePassword(String id, PasswordHash expected, PasswordHash replacement) {
    return entities.execute(
            "update User u set u.passwordHash = :replacement, u.version = u.version + 1"
                + " where u.id = :id and u.passwordHash = :expected",
            Map.of("id", id, "expected", expected.reveal(), "replacement", replacement.reveal()))
        == 1;
  }

  /**
   * Replaces the three fields, null clears one; false if there is no such account. Another e-mail
   * address ends the rights to set the password, which may have gone to the one before.
   */
  public boolean setProfile(String id, String displayName, String email, String avatarUrl) {
    Optional<UserEntity> user = entities.lock(UserEntity.class, id);
    boolean moves = user.isPresent() && !user.get().hasEmail(email);
    return edit(id, present -> present.describe(displayName, email, avatarUrl))
        && (!moves || endPasswordResets(id));
  }

  /**
   * Waits until no other transaction, on any node, holds this lock, and holds it until this unit of
   * work ends. Call it before anything else: what is read after it includes what the holder before
   * wrote.
   */
  public void lockAdministration() {
    entities
        .lock(SettingEntity.class, SettingEntity.ADMINISTRATION_LOCK)
        .orElseThrow(() -> new IllegalStateException("auth_setting has lost its lock row"));
  }

  private boolean endPasswordResets(String id) {
    entities.execute("delete from PasswordReset r where r.userId = :id", Map.of("id", id));
    return true;
  }

  private boolean edit(String id, Consumer<UserEntity> change) {
    Optional<UserEntity> user = entities.lock(UserEntity.class, id);
    user.ifPresent(change);
    entities.flush();
    return user.isPresent();
  }
}
