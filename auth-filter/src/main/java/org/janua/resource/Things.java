package org.janua.resource;

import java.util.function.LongSupplier;
import org.janua.access.Rights;
import org.janua.audit.Audit;
import org.janua.entitlement.Entitlements;
import org.janua.entitlement.RoleBook;
import org.janua.jpa.Database;
import org.janua.memory.Changes;

/**
 * The part of Janua that is about single things of the application, wired.
 *
 * @param decisions what somebody may do with one
 * @param registry which of them there are
 * @param sharing whom one is given to
 * @param explaining why somebody may do something, or may not
 */
public record Things(
    Decisions decisions, Registry registry, Sharing sharing, Explaining explaining) {

  /**
   * Wires it; nothing is read yet.
   *
   * @param nanos a monotonic clock in nanoseconds
   */
  public static Things of(
      Database database,
      Rights rights,
      RoleBook roles,
      Entitlements entitlements,
      Changes changes,
      Audit audit,
      LongSupplier nanos) {
    AccessLists lists = new AccessLists(database, changes, nanos);
    return new Things(
        new Decisions(database, rights, roles, lists),
        new Registry(database, rights, lists),
        new Sharing(database, rights, lists, audit),
        new Explaining(database, rights, entitlements, roles));
  }
}
