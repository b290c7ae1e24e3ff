package org.janua.web;

import java.util.List;
import java.util.Optional;
import org.janua.api.Access;
import org.janua.api.Caller;
import org.janua.api.ResourceRef;
import org.janua.config.ResourceType;

/**
 * Decides for the caller of one request.
 *
 * @param caller who it is
 * @param access what they may do with one thing
 * @param types the types there are
 */
record CallerDoorkeeper(Caller caller, Access access, List<ResourceType> types)
    implements Doorkeeper {

  @Override
  public Door forHolder(String key) {
    return caller.roles().contains(key) ? Door.OPEN : Door.CLOSED;
  }

  @Override
  public Door forLevel(String level, Optional<ResourceRef> resource) {
    return caller.isSignedIn() || caller.isGuest()
        ? resource.map(thing -> door(level, thing)).orElse(Door.HIDDEN)
        : Door.CLOSED; // signing in may help, whatever is there
  }

  private Door door(String level, ResourceRef resource) {
    if (access.can(level, resource)) {
      return Door.OPEN;
    }
    return isVisible(resource) ? Door.CLOSED : Door.HIDDEN;
  }

  private boolean isVisible(ResourceRef resource) {
    return types.stream()
        .filter(type -> type.name().equals(resource.type()))
        .anyMatch(type -> access.can(type.weakest(), resource));
  }
}
