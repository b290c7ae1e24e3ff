package org.janua.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;
import org.janua.api.ResourceRef;

/**
 * What one method asks of whoever calls it.
 *
 * @param permission the key or level
 * @param ids the positions of the parameters that are marked as the id
 */
record Demand(RequiresPermission permission, List<Integer> ids) {

  private static final Set<Class<?>> ID_TYPES =
      Set.of(String.class, UUID.class, Long.class, long.class, Integer.class, int.class);

  /** Read once for each method: the annotations of parameters are parsed at every look. */
  private static final ClassValue<Map<Method, Demand>> READ =
      new ClassValue<>() {
        @Override
        protected Map<Method, Demand> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  /** Copies the positions. */
  Demand {
    ids = List.copyOf(ids);
  }

  /**
   * What a method that the container guards asks for.
   *
   * @throws IllegalStateException nothing that could be found; the call must not go on
   */
  static Demand of(Class<?> type, Method method) {
    return READ.get(type)
        .computeIfAbsent(
            method,
            called ->
                find(type, called)
                    .orElseThrow(
                        () ->
                            new IllegalStateException(
                                method + " is guarded, but not by an annotation of its own")));
  }

  /** What a method asks for when it is called on an object of a type: its own word goes first. */
  static Optional<Demand> find(Class<?> type, Method method) {
    return Optional.ofNullable(method.getAnnotation(RequiresPermission.class))
        .or(() -> Optional.ofNullable(type.getAnnotation(RequiresPermission.class)))
        .map(permission -> new Demand(permission, idsOf(method)));
  }

  /** Whether an id can be of this type. */
  static boolean isIdType(Class<?> type) {
    return ID_TYPES.contains(type) || type.isEnum();
  }

  boolean isForLevel() {
    return !permission.level().isEmpty() || !permission.type().isEmpty();
  }

  /** Asks about one call. */
  Door putTo(Doorkeeper doorkeeper, Object[] arguments) {
    if (!isForLevel()) {
      return doorkeeper.forHolder(permission.value());
    }
    return doorkeeper.forLevel(
        permission.level(),
        Optional.ofNullable(arguments[ids.get(0)])
            .map(id -> new ResourceRef(permission.type(), id.toString())));
  }

  private static List<Integer> idsOf(Method method) {
    Annotation[][] parameters = method.getParameterAnnotations();
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      for (Annotation annotation : parameters[i]) {
        if (annotation instanceof ResourceId) {
          ids.add(i);
        }
      }
    }
    return ids;
  }
}
