package org.janua.resource;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.janua.access.Identity;
import org.janua.access.Rights;
import org.janua.api.Registration;
import org.janua.api.ResourceRef;
import org.janua.config.ResourceType;
import org.janua.jpa.Database;
import org.janua.jpa.ResourceRow;
import org.janua.jpa.Tx;

/**
 * The things that the application makes and deletes, as it tells of them. Thread-safe; throws
 * {@link org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Registry {

  private final Database database;
  private final Rights rights;
  private final AccessLists lists;

  /** Wires it; nothing is read yet. */
  Registry(Database database, Rights rights, AccessLists lists) {
    this.database = database;
    this.rights = rights;
    this.lists = lists;
  }

  /** Whether somebody who is signed in may make a thing of a type. */
  public boolean mayAdd(Identity caller, String type) {
    return rights
        .type(type)
        .filter(known -> known.create().map(caller.permissions()::contains).orElse(true))
        .isPresent();
  }

  /**
   * Adds a thing that the caller made.
   *
   * @return false: there is one of this id, or none can have it
   */
  public boolean add(Identity caller, ResourceRef resource) {
    if (!ResourceType.isId(resource.id())) {
      return false;
    }
    ResourceRow row =
        new ResourceRow(
            resource.type(),
            resource.id(),
            creator(caller).orElse(null),
            false,
            Map.of(),
            Map.of());
    boolean added = database.write(tx -> add(tx, row));
    lists.forget(resource); // that there is none may be remembered
    return added;
  }

  /** Removes a thing with what was given of it; false if it is not there. */
  public boolean remove(ResourceRef resource) {
    boolean removed =
        ResourceType.isId(resource.id())
            && database.<Boolean>write(tx -> tx.resources().remove(resource.type(), resource.id()));
    lists.forget(resource);
    return removed;
  }

  /** What is known of a thing. */
  public Optional<Registration> find(ResourceRef resource) {
    return rights
        .type(resource.type())
        .flatMap(
            type ->
                database.read(
                    tx ->
                        AccessLists.find(tx, resource)
                            .map(
                                row ->
                                    new Registration(
                                        creator(tx, row), row.open() && type.canBePublic()))));
  }

  /** The name of whoever made a thing. */
  static Optional<String> creator(Tx tx, ResourceRow row) {
    return Optional.ofNullable(row.creator())
        .flatMap(
            owner ->
                Identity.nameIn(owner)
                    .or(
                        () ->
                            Optional.ofNullable(
                                tx.resources().userNames(Set.of(owner)).get(owner))));
  }

  private static Optional<String> creator(Identity caller) {
    return caller.owner().filter(owner -> owner.length() <= ResourceRow.LONGEST_CREATOR);
  }

  private static boolean add(Tx tx, ResourceRow row) {
    boolean absent = tx.resources().find(row.type(), row.id()).isEmpty();
    if (absent) {
      tx.resources().add(row);
    }
    return absent;
  }
}
