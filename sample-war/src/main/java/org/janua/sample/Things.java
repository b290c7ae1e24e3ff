package org.janua.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.janua.api.NotVisibleException;
import org.janua.api.Registration;
import org.janua.api.ResourceRef;
import org.janua.api.Resources;
import org.janua.api.VisibleIds;

/**
 * The application's boards and integrations, in its memory. It tells Janua what it makes and
 * deletes, so that each has a creator and can be shared. Safe for many threads.
 */
@ApplicationScoped
class Things {
  private final Map<ResourceRef, String> names = new ConcurrentHashMap<>();

  @Inject private Resources resources;

  Thing make(String type, String name) {
    ResourceRef ref = new ResourceRef(type, UUID.randomUUID().toString());
    resources.add(ref); // first: whoever sees it must find its creator
    names.put(ref, name);
    return find(ref);
  }

  Thing find(ResourceRef ref) {
    return Optional.ofNullable(names.get(ref))
        .map(name -> thing(ref, name))
        .orElseThrow(NotVisibleException::new);
  }

  List<Thing> all(String type, VisibleIds visible) {
    return names.entrySet().stream()
        .filter(entry -> entry.getKey().type().equals(type))
        .filter(entry -> visible.contains(entry.getKey().id()))
        .map(entry -> thing(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Thing::name).thenComparing(Thing::id))
        .toList();
  }

  Thing rename(ResourceRef ref, String name) {
    if (names.replace(ref, name) == null) {
      throw new NotVisibleException();
    }
    return find(ref);
  }

  void delete(ResourceRef ref) {
    if (names.remove(ref) == null) {
      throw new NotVisibleException();
    }
    resources.remove(ref); // last: nothing is left that it could give access to
  }

  private Thing thing(ResourceRef ref, String name) {
    Registration known =
        resources.find(ref).orElseGet(() -> new Registration(Optional.empty(), false));
    return new Thing(ref.id(), name, known.isPublic(), known.creator());
  }
}
