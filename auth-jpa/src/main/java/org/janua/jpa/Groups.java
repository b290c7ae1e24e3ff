package org.janua.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.janua.jpa.MemberRow.Origin;

/**
 * The groups, who is in them, and the keys they were given. Whoever changes one takes {@link
 * Users#lockAdministration} first, so that nobody is put into a group that is going.
 */
public final class Groups {
  private final Entities entities;

  Groups(Entities entities) {
    this.entities = entities;
  }

  /** Finds the group of a canonical name; empty also for a name that no row can hold. */
  public Optional<GroupRow> byName(String canonical) {
    return Text.isStorable(canonical)
        ? rows(found("g.canonical = :it", canonical, 1)).stream().findFirst()
        : Optional.empty();
  }

  /**
   * One page of groups in the order of their canonical names.
   *
   * @param after canonical name of the last one of the page before; null: the first page
   */
  public List<GroupRow> page(String after, int limit) {
    return rows(found("g.canonical > :it", after == null ? "" : after, limit)); // none is empty
  }

  /** The groups an account is a member of, in the order of their canonical names. */
  public List<GroupRef> ofUser(String userId) {
    return ofUsers(Set.of(userId)).getOrDefault(userId, List.of());
  }

  /** The same for several accounts at once; one that is in no group is not there. */
  public Map<String, List<GroupRef>> ofUsers(Collection<String> userIds) {
    Map<String, List<GroupRef>> groups = new HashMap<>();
    for (Object[] row :
        pairs(
            "select distinct m.key.userId, g.id, g.name, g.canonical from Membership m, UserGroup g"
                + " where g.id = m.key.groupId and m.key.userId in :ids order by g.canonical",
            userIds)) {
      groups
          .computeIfAbsent((String) row[0], user -> new ArrayList<>())
          .add(new GroupRef((String) row[1], (String) row[2]));
    }
    return groups;
  }

  /** The keys that an account has through its groups, {@link GroupRow#EVERYONE} included. */
  public Set<String> permissionsOf(String userId) {
    return Set.copyOf(
        entities
            .query(
                String.class,
                "select distinct p from UserGroup g join g.permissions p where g.id = :everyone"
                    + " or g.id in (select m.key.groupId from Membership m where m.key.userId = :user)",
                Map.of("everyone", GroupRow.EVERYONE, "user", userId))
            .getResultList());
  }

  /** The keys of the group that everybody is in. */
  public Set<String> permissionsOfEveryone() {
    return permissions(Set.of(GroupRow.EVERYONE)).getOrDefault(GroupRow.EVERYONE, Set.of());
  }

  /**
   * Adds a group. If its canonical name is taken, the unit of work is run again, so that its own
   * check for the name sees the row.
   */
  public void add(GroupRow row) {
    entities.add(new GroupEntity(row));
  }

  /** Replaces the name and the description; false if there is no such group. */
  public boolean describe(GroupRow row) {
    return edit(row.id(), group -> group.describe(row));
  }

  /** Replaces the keys it was given; false if there is no such group. */
  public boolean setPermissions(String id, Set<String> keys) {
    return edit(id, group -> group.permit(keys));
  }

  /** Removes a group with its memberships and keys; false if there is none. */
  public boolean remove(String id) {
    entities.execute("delete from Membership m where m.key.groupId = :id", Map.of("id", id));
    edit(id, group -> group.permit(Set.of()));
    return entities.execute("delete from UserGroup g where g.id = :id", Map.of("id", id)) == 1;
  }

  /** Who is in a group, in the order of the canonical names; one of several origins each time. */
  public List<MemberRow> members(String id) {
    return entities
        .query(
            Object[].class,
            "select u.id, u.username, m.key.origin from Membership m, User u"
                + " where u.id = m.key.userId and m.key.groupId = :id"
                + " order by u.canonical, m.key.origin",
            Map.of("id", id))
        .getResultList()
        .stream()
        .map(row -> new MemberRow((String) row[0], (String) row[1], Origin.of((String) row[2])))
        .toList();
  }

  /** How many accounts are in each of these groups; one that nobody is in is not there. */
  public Map<String, Long> countMembers(Collection<String> ids) {
    Map<String, Long> counts = new HashMap<>();
    pairs(
            "select m.key.groupId, count(distinct m.key.userId) from Membership m"
                + " where m.key.groupId in :ids group by m.key.groupId",
            ids)
        .forEach(row -> counts.put((String) row[0], (Long) row[1]));
    return counts;
  }

  /** Why an account is in a group; nothing where it is not. */
  public Set<Origin> origins(String id, String userId) {
    Set<Origin> origins = new HashSet<>();
    entities
        .query(
            String.class,
            "select m.key.origin from Membership m"
                + " where m.key.groupId = :id and m.key.userId = :user",
            Map.of("id", id, "user", userId))
        .getResultList()
        .forEach(origin -> origins.add(Origin.of(origin)));
    return origins;
  }

  /** Puts an account into a group; false if that origin has already said so. */
  public boolean addMember(String id, String userId, Origin origin) {
    boolean isNew = !origins(id, userId).contains(origin);
    if (isNew) {
      entities.add(new GroupMemberEntity(id, userId, origin.text()));
    }
    return isNew;
  }

  /** Takes back what one origin said; false if it did not. */
  public boolean removeMember(String id, String userId, Origin origin) {
    return entities.execute(
            "delete from Membership m where m.key.groupId = :id and m.key.userId = :user"
                + " and m.key.origin = :origin",
            Map.of("id", id, "user", userId, "origin", origin.text()))
        == 1;
  }

  private boolean edit(String id, Consumer<GroupEntity> change) {
    Optional<GroupEntity> group = entities.lock(GroupEntity.class, id);
    group.ifPresent(change);
    entities.flush();
    return group.isPresent();
  }

  private List<GroupEntity> found(String which, String parameter, int limit) {
    return entities
        .query(
            GroupEntity.class,
            "select g from UserGroup g where " + which + " order by g.canonical",
            Map.of("it", parameter))
        .setMaxResults(limit)
        .getResultList();
  }

  /** With the keys of all of them in one query. */
  private List<GroupRow> rows(List<GroupEntity> groups) {
    Map<String, Set<String>> keys = permissions(groups.stream().map(GroupEntity::id).toList());
    return groups.stream()
        .map(group -> group.row(keys.getOrDefault(group.id(), Set.of())))
        .toList();
  }

  private Map<String, Set<String>> permissions(Collection<String> ids) {
    Map<String, Set<String>> keys = new HashMap<>();
    pairs("select g.id, p from UserGroup g join g.permissions p where g.id in :ids", ids)
        .forEach(
            row ->
                keys.computeIfAbsent((String) row[0], id -> new HashSet<>()).add((String) row[1]));
    return keys;
  }

  private List<Object[]> pairs(String jpql, Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities.query(Object[].class, jpql, Map.of("ids", ids)).getResultList();
  }
}
