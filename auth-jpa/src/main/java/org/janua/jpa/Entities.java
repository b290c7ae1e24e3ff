package org.janua.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entity manager of one unit of work, narrowed to what the repositories need. */
final class Entities {
  private final EntityManager manager;

  Entities(EntityManager manager) {
    this.manager = manager;
  }

  <E> Optional<E> find(Class<E> type, Object id) {
    return Optional.ofNullable(manager.find(type, id));
  }

  /** Finds a row and keeps every other transaction from changing it until this one ends. */
  <E> Optional<E> lock(Class<E> type, Object id) {
    requireWriting();
    return Optional.ofNullable(manager.find(type, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void add(Object entity) {
    requireWriting();
    manager.persist(entity);
    manager.flush();
  }

  /** Adds many, and sends them together. */
  void addAll(List<?> rows) {
    requireWriting();
    rows.forEach(manager::persist);
    manager.flush();
  }

  /**
   * Writes what was set on a locked entity now: a provider may otherwise send it after later
   * statements of this unit of work, which rely on its row lock.
   */
  void flush() {
    manager.flush();
  }

  <T> TypedQuery<T> query(Class<T> type, String jpql, Map<String, ?> parameters) {
    TypedQuery<T> query = manager.createQuery(jpql, type);
    parameters.forEach(query::setParameter);
    return query;
  }

  /** The one column of a query in SQL, with its parameters in their order. */
  List<String> texts(String sql, List<?> parameters) {
    Query query = manager.createNativeQuery(sql);
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(String.class::cast).toList();
  }

  /** Runs an update or delete; entities read before are forgotten, they may be out of date. */
  int execute(String jpql, Map<String, ?> parameters) {
    requireWriting();
    Query query = manager.createQuery(jpql);
    parameters.forEach(query::setParameter);
    int rows = query.executeUpdate();
    manager.clear();
    return rows;
  }

  /**
   * Deletes rows that expired, the oldest first and at most so many; returns how many.
   *
   * @param entity the name of an entity with {@code id} and {@code expiresAt}
   */
  int sweep(String entity, Instant now, int batch) {
    String expired = " from " + entity + " e where e.expiresAt <= :now";
    Map<String, Long> until = Map.of("now", now.toEpochMilli());
    List<String> ids =
        query(String.class, "select e.id" + expired + " order by e.expiresAt", until)
            .setMaxResults(batch)
            .getResultList();
    return ids.isEmpty()
        ? 0
        : execute(
            "delete" + expired + " and e.id in :ids",
            Map.of("now", now.toEpochMilli(), "ids", ids));
  }

  private void requireWriting() {
    if (!manager.getTransaction().isActive()) {
      throw new IllegalStateException("Database.read(...) cannot write; use Database.write(...)");
    }
  }
}
