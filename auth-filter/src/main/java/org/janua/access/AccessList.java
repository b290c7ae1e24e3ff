package org.janua.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.janua.api.ResourceRef;
import org.janua.config.ResourceType;

/**
 * Whom one thing is given to. The one place that decides about it; there is no way to take away
 * what another way gives. Immutable.
 *
 * @param creator who made it: {@link Identity#owner()} of then; empty: nobody, or somebody who is
 *     gone. Nobody is never the same as nobody
 * @param open whether it is given to everybody
 * @param users the level each account has, by its id
 * @param groups the level each group has, by its id
 */
public record AccessList(
    Optional<String> creator, boolean open, Map<String, String> users, Map<String, String> groups) {

  /** Of a thing that nothing is known of. */
  public static final AccessList NOBODYS =
      new AccessList(Optional.empty(), false, Map.of(), Map.of());

  /** Copies the maps. */
  public AccessList {
    users = Map.copyOf(users);
    groups = Map.copyOf(groups);
  }

  /** Whether somebody has a level on the thing that this list is of, by whatever way. */
  public boolean allows(String level, ResourceRef resource, ResourceType type, Standing who) {
    return who.reach().allows(level, resource) || gives(level, type, who);
  }

  /** Whether this list gives it, without what role and keys do. */
  public boolean gives(String level, ResourceType type, Standing who) {
    List<String> enough = type.enoughFor(level);
    return !enough.isEmpty()
        && (isMadeBy(who)
            || granted(who).anyMatch(enough::contains)
            || level.equals(type.weakest()) && isOpenTo(type, who));
  }

  private Stream<String> granted(Standing who) {
    Stream<String> ofGroups = who.groups().stream().map(groups::get).filter(Objects::nonNull);
    return Stream.concat(ofUser(who).stream(), ofGroups);
  }

  /** Whether this one made the thing. */
  public boolean isMadeBy(Standing who) {
    return creator.isPresent() && creator.equals(who.owner());
  }

  Optional<String> ofUser(Standing who) {
    return who.owner().map(users::get);
  }

  /** A type that may not be public any more takes nothing but that away. */
  boolean isOpenTo(ResourceType type, Standing who) {
    return open && type.canBePublic() && who.seesPublic();
  }
}
