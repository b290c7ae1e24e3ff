package org.janua.resource;

import java.util.Optional;
import org.janua.access.AccessList;
import org.janua.access.Identity;
import org.janua.access.Rights;
import org.janua.access.Standing;
import org.janua.account.Refusal;
import org.janua.api.ResourceRef;
import org.janua.config.ResourceType;
import org.janua.jpa.ResourceRow;
import org.janua.jpa.Tx;

/**
 * A thing that somebody asks about, as it stands in the database.
 *
 * @param resource which one
 * @param type its type
 * @param row what is known of it; empty: nothing, of a type whose things nobody tells of
 */
record Thing(ResourceRef resource, ResourceType type, Optional<ResourceRow> row) {

  private static final Refusal TOO_LOW =
      new Refusal(Refusal.Kind.FORBIDDEN, "", "Your level on this is too low.");

  /** Finds it; empty for whatever cannot be there. */
  static Optional<Thing> find(Tx tx, Rights rights, ResourceRef resource) {
    return of(rights, resource, AccessLists.find(tx, resource));
  }

  /** The same, and nobody else changes it until this unit of work ends. */
  static Optional<Thing> lock(Tx tx, Rights rights, ResourceRef resource) {
    Optional<ResourceRow> row =
        ResourceType.isId(resource.id())
            ? tx.resources().locked(resource.type(), resource.id())
            : Optional.empty();
    return of(rights, resource, row);
  }

  /** Where the application tells of what it makes, there is nothing else. */
  private static Optional<Thing> of(
      Rights rights, ResourceRef resource, Optional<ResourceRow> row) {
    return rights
        .type(resource.type())
        .filter(type -> ResourceType.isId(resource.id()))
        .filter(type -> type.create().isEmpty() || row.isPresent())
        .map(type -> new Thing(resource, type, row));
  }

  AccessList list() {
    return row.map(AccessLists::of).orElse(AccessList.NOBODYS);
  }

  boolean isVisibleTo(Standing who) {
    return list().allows(type.weakest(), resource, type, who);
  }

  /**
   * Whether somebody may know and change whom it is given to. The only level of a type is one that
   * whoever reads it has, and reading a thing is no right to show it to others.
   */
  private boolean isGovernedBy(Identity who) {
    Standing standing = Standing.of(who);
    return type.levels().size() == 1
        ? who.isAdmin() || list().isMadeBy(standing)
        : list().allows(type.strongest(), resource, type, standing);
  }

  /** Why somebody who sees it may not know and change whom it is given to. */
  Optional<Refusal> refusalFor(Identity who) {
    return isGovernedBy(who) ? Optional.empty() : Optional.of(TOO_LOW);
  }
}
