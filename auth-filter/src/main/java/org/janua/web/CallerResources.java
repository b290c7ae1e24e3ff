package org.janua.web;

import java.util.Optional;
import org.janua.access.Identity;
import org.janua.api.AccessDeniedException;
import org.janua.api.Registration;
import org.janua.api.ResourceRef;
import org.janua.api.Resources;
import org.janua.resource.Registry;

/**
 * The things of the application as one request makes and deletes them.
 *
 * @param registry where they are told
 * @param caller who sent the request, if somebody is signed in
 */
record CallerResources(Registry registry, Optional<Identity> caller) implements Resources {

  @Override
  public boolean add(ResourceRef resource) {
    Identity maker =
        caller
            .filter(one -> registry.mayAdd(one, resource.type()))
            .orElseThrow(AccessDeniedException::new);
    return CallerAccess.answered(() -> registry.add(maker, resource));
  }

  @Override
  public boolean remove(ResourceRef resource) {
    return CallerAccess.answered(() -> registry.remove(resource));
  }

  @Override
  public Optional<Registration> find(ResourceRef resource) {
    return CallerAccess.answered(() -> registry.find(resource));
  }
}
