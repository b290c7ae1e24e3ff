package org.janua.web;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.janua.api.RequiresPermission;
import org.janua.config.ResourceType;

/**
 * Checks what a {@code @RequiresPermission} says against what is declared.
 *
 * @param permissions every permission key
 * @param types every type of things
 */
record DemandRules(Set<String> permissions, Collection<ResourceType> types) {

  /** What is wrong with the key, or the level and type. */
  Stream<String> faultsOf(RequiresPermission said) {
    boolean level = !said.level().isEmpty() || !said.type().isEmpty();
    if (said.value().isEmpty() != level) {
      return Stream.of("names a permission key or a level and a type, and only one of these");
    }
    return level ? faultsOfLevel(said) : faultsOfKey(said.value());
  }

  private Stream<String> faultsOfKey(String key) {
    return permissions.contains(key)
        ? Stream.empty()
        : Stream.of("asks for the key " + key + ", which permissions does not declare");
  }

  private Stream<String> faultsOfLevel(RequiresPermission said) {
    Optional<ResourceType> type =
        types.stream().filter(one -> one.name().equals(said.type())).findFirst();
    if (type.isEmpty()) {
      return Stream.of("names the type '" + said.type() + "', which resources does not declare");
    }
    List<String> levels = type.get().levels();
    return levels.contains(said.level())
        ? Stream.empty()
        : Stream.of(
            "asks for the level '%s' of %s, which has %s"
                .formatted(said.level(), said.type(), String.join(", ", levels)));
  }

  /** What is wrong with the parameters that are marked as the id. */
  Stream<String> faultsOfId(Demand demand, Method method) {
    int marked = demand.ids().size();
    if (!demand.isForLevel()) {
      return marked == 0 ? Stream.empty() : Stream.of("has a @ResourceId and asks for no level");
    }
    if (marked != 1) {
      return Stream.of(
          "asks for a level, so one parameter is marked with @ResourceId, not " + marked);
    }
    Class<?> type = method.getParameterTypes()[demand.ids().get(0)];
    return Demand.isIdType(type)
        ? Stream.empty()
        : Stream.of(
            "has a @ResourceId of type "
                + type.getSimpleName()
                + "; String, UUID, long, int and enums are ids");
  }
}
