package org.janua.jpa;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened: added, read newest first, and deleted by age. */
public final class AuditEvents {
  private final Entities entities;

  AuditEvents(Entities entities) {
    this.entities = entities;
  }

  /** Adds what happened. */
  public void add(AuditRow row) {
    entities.add(new AuditEntity(row));
  }

  /** Adds those of them that are not there yet. */
  public void addMissing(List<AuditRow> rows) {
    List<String> there =
        entities
            .query(
                String.class,
                "select e.id from AuditEvent e where e.id in :ids",
                Map.of("ids", rows.stream().map(AuditRow::id).toList()))
            .getResultList();
    entities.addAll(
        rows.stream().filter(row -> !there.contains(row.id())).map(AuditEntity::new).toList());
  }

  /**
   * One page, newest first, read along one index. A name may be of two columns, each with an index
   * of its own; a database asked for either at once reads the whole table, so each is asked for.
   *
   * @param after id of the last row of the page before; empty: the first page
   */
  public List<AuditRow> page(AuditQuery query, Optional<String> after, int limit) {
    if (Stream.of(query.user(), query.action())
        .flatMap(Optional::stream)
        .anyMatch(text -> !Text.isStorable(text))) {
      return List.of();
    }
    return query.user().isEmpty()
        ? page("", query, after, limit)
        : Stream.of("actorCanonical", "subjectCanonical")
            .flatMap(column -> page(" and e." + column + " = :user", query, after, limit).stream())
            .distinct()
            .sorted(Comparator.comparing(AuditRow::id).reversed())
            .limit(limit)
            .toList();
  }

  private List<AuditRow> page(String ofUser, AuditQuery query, Optional<String> after, int limit) {
    StringBuilder jpql = new StringBuilder("select e from AuditEvent e where 1 = 1" + ofUser);
    Map<String, Object> parameters = new HashMap<>();
    query
        .user()
        .filter(name -> !ofUser.isEmpty())
        .ifPresent(name -> parameters.put("user", AuditRow.canonical(name)));
    query
        .action()
        .ifPresent(action -> narrow(jpql, " and e.action = :action", parameters, "action", action));
    query
        .from()
        .ifPresent(at -> narrow(jpql, " and e.id >= :from", parameters, "from", Ids.lowest(at)));
    query
        .until()
        .ifPresent(at -> narrow(jpql, " and e.id < :until", parameters, "until", Ids.lowest(at)));
    after.ifPresent(id -> narrow(jpql, " and e.id < :after", parameters, "after", id));
    return entities
        .query(AuditEntity.class, jpql.append(" order by e.id desc").toString(), parameters)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(AuditEntity::row)
        .toList();
  }

  private static void narrow(
      StringBuilder jpql,
      String condition,
      Map<String, Object> parameters,
      String name,
      String value) {
    jpql.append(condition);
    parameters.put(name, value);
  }

  /**
   * Deletes what happened before a time, the oldest first and at most so many; returns how many.
   */
  public int sweep(Instant before, int batch) {
    List<String> ids =
        entities
            .query(
                String.class,
                "select e.id from AuditEvent e where e.id < :before order by e.id",
                Map.of("before", Ids.lowest(before)))
            .setMaxResults(batch)
            .getResultList();
    return ids.isEmpty()
        ? 0
        : entities.execute("delete from AuditEvent e where e.id in :ids", Map.of("ids", ids));
  }
}
