package org.janua.resource;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.janua.access.AccessList;
import org.janua.api.ResourceRef;
import org.janua.config.ResourceType;
import org.janua.jpa.Database;
import org.janua.jpa.ResourceRow;
import org.janua.jpa.Tx;
import org.janua.memory.Changes;
import org.janua.memory.Recent;

/**
 * Whom things are given to, remembered for each of them. Thread-safe; throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
final class AccessLists {

  /** About 25 MB at the most: a grant takes some 120 bytes, a thing about as much as four. */
  private static final long LIMIT = 200_000;

  private static final int THING = 4;

  private final Database database;
  private final Recent<ResourceRef, AccessList> remembered;

  /**
   * Wires it; nothing is read yet.
   *
   * @param nanos a monotonic clock in nanoseconds
   */
  AccessLists(Database database, Changes changes, LongSupplier nanos) {
    this.database = database;
    this.remembered =
        Recent.weighed(
            changes,
            LIMIT,
            (resource, list) -> THING + list.users().size() + list.groups().size(),
            nanos,
            (list, account) -> false); // an account that is gone is in no question either
  }

  /** The list of a thing, at most {@link Recent#FRESH} old; of one that is not there too. */
  AccessList of(ResourceRef resource) {
    return ResourceType.isId(resource.id())
        ? remembered.get(resource, () -> database.read(tx -> of(tx, resource)))
        : AccessList.NOBODYS;
  }

  /** The list of a thing, as the database says in this unit of work. */
  static AccessList of(Tx tx, ResourceRef resource) {
    return find(tx, resource).map(AccessLists::of).orElse(AccessList.NOBODYS);
  }

  static Optional<ResourceRow> find(Tx tx, ResourceRef resource) {
    return ResourceType.isId(resource.id())
        ? tx.resources().find(resource.type(), resource.id())
        : Optional.empty();
  }

  static AccessList of(ResourceRow row) {
    return new AccessList(
        Optional.ofNullable(row.creator()), row.open(), row.users(), row.groups());
  }

  /** Drops what is remembered of a thing, after a change of it was committed. */
  void forget(ResourceRef resource) {
    remembered.forget(resource);
  }
}
