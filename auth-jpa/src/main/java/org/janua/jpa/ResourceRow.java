package org.janua.jpa;

import java.util.Map;
import java.util.Objects;

/**
 * Whom a thing of the application is given to, as stored.
 *
 * @param type the name of its type
 * @param id the application's own id of it
 * @param creator the id of an account, or a name in a marked form, of at most {@link
 *     #LONGEST_CREATOR} characters; null: there is none
 * @param open whether it is given to everybody
 * @param users the level each account was given, by its id
 * @param groups the level each group was given, by its id
 */
public record ResourceRow(
    String type,
    String id,
    String creator,
    boolean open,
    Map<String, String> users,
    Map<String, String> groups) {

  /** In UTF-16 units: as much as an index of all databases has room for. */
  public static final int LONGEST_CREATOR = 440;

  public ResourceRow {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
    users = Map.copyOf(users);
    groups = Map.copyOf(groups);
  }
}
