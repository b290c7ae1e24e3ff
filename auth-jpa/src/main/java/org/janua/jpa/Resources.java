package org.janua.jpa;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The application's things, as far as they were made or given to somebody, and to whom. */
public final class Resources {
  private final Entities entities;

  Resources(Entities entities) {
    this.entities = entities;
  }

  /** What is known of a thing; empty also for an id that no row can hold. */
  public Optional<ResourceRow> find(String type, String id) {
    return isStorable(type, id)
        ? entities
            .find(ResourceEntity.class, new ResourceEntity.Key(type, id))
            .map(thing -> row(type, id, thing))
        : Optional.empty();
  }

  /**
   * As {@link #find}, and keeps every other transaction from changing it until this one ends. Where
   * there is none, whoever adds it first wins, and the other unit of work is run again.
   */
  public Optional<ResourceRow> locked(String type, String id) {
    return isStorable(type, id)
        ? entities
            .lock(ResourceEntity.class, new ResourceEntity.Key(type, id))
            .map(thing -> row(type, id, thing))
        : Optional.empty();
  }

  /**
   * Adds a thing with what is given of it. If it is there, the unit of work is run again, so that
   * its own look at it sees the row.
   */
  public void add(ResourceRow row) {
    entities.add(new ResourceEntity(row));
    addGrants(row);
  }

  /**
   * Adds a thing, or replaces all there is of it. The lock comes first: what another one gives at
   * the same time is either seen and removed here, or it is in the way of this unit of work.
   */
  public void put(ResourceRow row) {
    ResourceEntity.Key key = new ResourceEntity.Key(row.type(), row.id());
    if (entities.lock(ResourceEntity.class, key).isPresent()) {
      removeGrants(row.type(), row.id());
      entities.lock(ResourceEntity.class, key).orElseThrow().replace(row);
      addGrants(row);
    } else {
      add(row);
    }
  }

  private void addGrants(ResourceRow row) {
    Stream<Object> users =
        row.users().entrySet().stream()
            .map(grant -> new UserGrantEntity(grant.getKey(), row, grant.getValue()));
    Stream<Object> groups =
        row.groups().entrySet().stream()
            .map(grant -> new GroupGrantEntity(grant.getKey(), row, grant.getValue()));
    entities.addAll(Stream.concat(users, groups).toList());
  }

  /** Removes a thing with what was given of it; false if there is none. */
  public boolean remove(String type, String id) {
    if (!isStorable(type, id)) {
      return false;
    }
    removeGrants(type, id);
    return entities.execute(
            "delete from Resource r where r.key.type = :type and r.key.id = :id", of(type, id))
        == 1;
  }

  /**
   * The ids of the things of a type that somebody sees, in an order of the database's own.
   *
   * @param levels the levels that are enough
   * @param after the last id of the page before; empty: the first page
   */
  public List<String> visible(
      String type, Collection<String> levels, Seeker seeker, String after, int limit) {
    VisibleQuery query = new VisibleQuery(type, upToNul(after), limit);
    query.by(seeker, levels);
    return query.isEmpty() ? List.of() : entities.texts(query.sql(), query.parameters());
  }

  /** The ids of these accounts, by canonical name; a name that nobody has is not there. */
  public Map<String, String> users(Collection<String> canonicals) {
    return pairs("select u.canonical, u.id from User u where u.canonical in :these", canonicals);
  }

  /** The ids of these groups, by canonical name; a name that none has is not there. */
  public Map<String, String> groups(Collection<String> canonicals) {
    return pairs(
        "select g.canonical, g.id from UserGroup g where g.canonical in :these", canonicals);
  }

  /** The names of these accounts as typed, by id. */
  public Map<String, String> userNames(Collection<String> ids) {
    return pairs("select u.id, u.username from User u where u.id in :these", ids);
  }

  /** The names of these groups as typed, by id. */
  public Map<String, String> groupNames(Collection<String> ids) {
    return pairs("select g.id, g.name from UserGroup g where g.id in :these", ids);
  }

  private Map<String, String> pairs(String jpql, Collection<String> these) {
    List<String> storable = these.stream().filter(Text::isStorable).toList();
    return storable.isEmpty()
        ? Map.of()
        : asMap(entities.query(Object[].class, jpql, Map.of("these", storable)).getResultList());
  }

  private ResourceRow row(String type, String id, ResourceEntity thing) {
    return new ResourceRow(
        type,
        id,
        thing.creator(),
        thing.open(),
        granted("select g.key.userId, g.granted from UserGrant g", type, id),
        granted("select g.key.groupId, g.granted from GroupGrant g", type, id));
  }

  private Map<String, String> granted(String select, String type, String id) {
    String jpql = select + " where g.key.type = :type and g.key.id = :id";
    return asMap(entities.query(Object[].class, jpql, of(type, id)).getResultList());
  }

  private void removeGrants(String type, String id) {
    for (String entity : List.of("UserGrant", "GroupGrant")) {
      entities.execute(
          "delete from " + entity + " g where g.key.type = :type and g.key.id = :id", of(type, id));
    }
  }

  private static Map<String, String> asMap(List<Object[]> rows) {
    Map<String, String> map = new HashMap<>();
    rows.forEach(row -> map.put((String) row[0], (String) row[1]));
    return map;
  }

  private static Map<String, String> of(String type, String id) {
    return Map.of("type", type, "id", id);
  }

  private static boolean isStorable(String type, String id) {
    return Text.isStorable(type) && Text.isStorable(id);
  }

  /** No id has a NUL, so what comes behind the whole text comes behind its beginning. */
  private static String upToNul(String text) {
    int nul = text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }
}
