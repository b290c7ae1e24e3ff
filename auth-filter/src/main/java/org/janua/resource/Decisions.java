package org.janua.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.janua.access.AccessList;
import org.janua.access.Identity;
import org.janua.access.Reasons;
import org.janua.access.Rights;
import org.janua.access.Standing;
import org.janua.api.Explanation;
import org.janua.api.ResourceRef;
import org.janua.api.VisibleIds;
import org.janua.api.VisiblePage;
import org.janua.config.ResourceType;
import org.janua.entitlement.RoleBook;
import org.janua.jpa.Database;
import org.janua.jpa.Seeker;

/**
 * What somebody may do with the application's things, as the application asks it. A type or level
 * that nobody declared is denied to everybody. Thread-safe; throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database has to be asked and cannot answer.
 */
public final class Decisions {

  private final Database database;
  private final Rights rights;
  private final RoleBook roles;
  private final AccessLists lists;

  /** Wires it; nothing is read yet. */
  Decisions(Database database, Rights rights, RoleBook roles, AccessLists lists) {
    this.database = database;
    this.rights = rights;
    this.roles = roles;
    this.lists = lists;
  }

  /** Whether somebody has a level on a thing. Reads the thing's list only where it matters. */
  public boolean allows(Standing who, String level, ResourceRef resource) {
    return who.reach().allows(level, resource)
        || known(level, resource.type())
            .filter(type -> who.couldBeGiven())
            .filter(type -> lists.of(resource).gives(level, type, who))
            .isPresent();
  }

  /** On which things of a type somebody has a level. */
  public VisibleIds visible(Standing who, String level, String type) {
    VisiblePage all = page(who, level, type, "", Integer.MAX_VALUE);
    return all.everything() ? VisibleIds.ALL : VisibleIds.of(Set.copyOf(all.ids()));
  }

  /** A page of them; see {@link org.janua.api.Access}. */
  public VisiblePage visible(Standing who, String level, String type, String after, int limit) {
    int size = Math.max(1, Math.min(limit, VisiblePage.MOST));
    VisiblePage more = page(who, level, type, after == null ? "" : after, size + 1);
    if (more.ids().size() <= size) {
      return more;
    }
    List<String> ids = more.ids().subList(0, size);
    return new VisiblePage(false, ids, Optional.of(ids.get(size - 1)));
  }

  /**
   * What somebody has on which things: for each type, the ids of each level, weakest first, and no
   * more of each than fit on a page. What is empty is not there.
   */
  public Map<String, Map<String, VisiblePage>> all(Standing who, int limit) {
    Map<String, Map<String, VisiblePage>> all = new TreeMap<>();
    for (ResourceType type : rights.types()) {
      Map<String, VisiblePage> levels = new LinkedHashMap<>();
      for (String level : type.levels()) {
        VisiblePage page = visible(who, level, type.name(), "", limit);
        if (page.everything() || !page.ids().isEmpty()) {
          levels.put(level, page);
        }
      }
      if (!levels.isEmpty()) {
        all.put(type.name(), levels);
      }
    }
    return all;
  }

  /**
   * Why somebody has a level on a thing, or has not.
   *
   * @param caller who asks; empty: nobody is signed in
   */
  public Explanation explain(
      Optional<Identity> caller, Standing who, String level, ResourceRef resource) {
    return known(level, resource.type())
        .map(type -> explain(caller, who, level, resource, type))
        .orElseGet(() -> new Explanation(false, List.of("There is no such type or level.")));
  }

  private Explanation explain(
      Optional<Identity> caller,
      Standing who,
      String level,
      ResourceRef resource,
      ResourceType type) {
    return database.read(
        tx -> {
          AccessList list = AccessLists.of(tx, resource);
          return caller
              .map(
                  one ->
                      Reasons.of(
                          one, roles.of(tx, one.role()).reach(), level, resource, type, list))
              .orElseGet(() -> Reasons.ofStranger(who, level, type, list));
        });
  }

  private VisiblePage page(Standing who, String level, String name, String after, int limit) {
    VisibleIds reached = who.reach().visible(level, name);
    if (reached.everything()) {
      return VisiblePage.ALL;
    }
    return known(level, name)
        .filter(type -> who.couldBeGiven() || !reached.ids().isEmpty())
        .map(type -> page(type, level, seeker(who, level, type), after, limit))
        .orElse(VisiblePage.NONE);
  }

  private VisiblePage page(
      ResourceType type, String level, Seeker seeker, String after, int limit) {
    List<String> ids =
        database.read(
            tx -> tx.resources().visible(type.name(), type.enoughFor(level), seeker, after, limit));
    return new VisiblePage(false, ids, Optional.empty());
  }

  private static Seeker seeker(Standing who, String level, ResourceType type) {
    boolean lists = !who.reach().visible(level, type.name()).ids().isEmpty();
    boolean everybody = who.seesPublic() && type.canBePublic() && level.equals(type.weakest());
    return new Seeker(who.owner().orElse(null), who.groups(), lists ? who.role() : null, everybody);
  }

  private Optional<ResourceType> known(String level, String type) {
    return rights.type(type).filter(one -> one.levels().contains(level));
  }
}
