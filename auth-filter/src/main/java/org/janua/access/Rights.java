package org.janua.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.janua.api.VisibleIds;
import org.janua.config.CustomRole;
import org.janua.config.ResourceType;

/** Works out what a role gives, and what somebody has by role, groups and keys. Immutable. */
public final class Rights {

  /** The role that may do everything. */
  public static final String ADMIN = "admin";

  /** The role that reads everything the application lets it read. */
  public static final String VIEWER = "viewer";

  private final Permissions permissions;
  private final Set<String> foldedKeys;
  private final Map<String, ResourceType> types;
  private final Entitlement admin;
  private final Entitlement viewer;

  /**
   * Works out the two roles that are always there.
   *
   * @param permissions every declared permission key; {@code admin} holds them all
   * @param types every type of things the application has
   */
  public Rights(Permissions permissions, Collection<ResourceType> types) {
    this.permissions = permissions;
    this.foldedKeys = permissions.keys().stream().map(Rights::fold).collect(Collectors.toSet());
    this.types = new LinkedHashMap<>();
    types.forEach(type -> this.types.put(type.name(), type));
    Set<String> everything = new TreeSet<>(permissions.keys());
    everything.add(ADMIN);
    this.admin =
        new Entitlement(List.of(), everything, permissions.keys(), new Reach(reachOfAdmin(types)));
    this.viewer = Entitlement.ofRole(Set.of(VIEWER), new Reach(reachOfViewer(types)));
  }

  /** What {@link #ADMIN} gives: every key, every level, on everything. */
  public Entitlement admin() {
    return admin;
  }

  /** What {@link #VIEWER} gives: to read whatever viewers may read. */
  public Entitlement viewer() {
    return viewer;
  }

  /**
   * What a custom role gives: its own name, and to read what it lists. Nothing at all when a
   * permission key has been declared since that is called the same: the container could not tell
   * the two apart.
   */
  public Entitlement of(CustomRole role) {
    return isPermission(role.name())
        ? Entitlement.NOTHING
        : Entitlement.ofRole(Set.of(role.name()), new Reach(reachOf(role)));
  }

  /**
   * What somebody has who is in these groups and was granted these keys, directly or through a
   * group. Everything adds up, nothing takes away; what is not declared adds nothing.
   */
  public Entitlement entitle(Entitlement ofRole, List<Group> groups, Collection<String> granted) {
    return ofRole.and(ofKeys(granted)).within(groups);
  }

  /**
   * What a credential has that carries some permissions only: of these and what they imply, what
   * its owner holds now. No role and no group, not even the one of everybody, so that nothing which
   * was given to the person counts.
   */
  public Entitlement limited(Entitlement owner, Collection<String> chosen) {
    Set<String> left = new TreeSet<>(permissions.held(chosen));
    left.retainAll(owner.permissions());
    return ofKeys(left);
  }

  private Entitlement ofKeys(Collection<String> granted) {
    Set<String> held = permissions.held(granted);
    return held.contains(ADMIN) ? admin : new Entitlement(List.of(), held, held, reachOf(held));
  }

  /** Whether a permission key is called so, in any case. */
  public boolean isPermission(String name) {
    return foldedKeys.contains(fold(name));
  }

  /** Whether the application has things of this type. */
  public boolean isType(String name) {
    return types.containsKey(name);
  }

  /** The type of this name, if the application has one. */
  public Optional<ResourceType> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** Every type the application has. */
  public Collection<ResourceType> types() {
    return types.values();
  }

  private Map<String, Map<String, VisibleIds>> reachOf(CustomRole role) {
    return role.resources().entrySet().stream()
        .filter(listed -> isType(listed.getKey())) // it may have been declared once
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                listed ->
                    Map.of(types.get(listed.getKey()).weakest(), visible(listed.getValue()))));
  }

  /** A key that overrides a level gives it, and the weaker ones, on everything of the type. */
  private Reach reachOf(Set<String> held) {
    Map<String, Map<String, VisibleIds>> byType = new HashMap<>();
    for (ResourceType type : types.values()) {
      type.override().entrySet().stream()
          .filter(override -> held.contains(override.getValue()))
          .flatMap(override -> type.givenBy(override.getKey()).stream())
          .forEach(
              level ->
                  byType
                      .computeIfAbsent(type.name(), none -> new HashMap<>())
                      .put(level, VisibleIds.ALL));
    }
    return new Reach(byType);
  }

  private static VisibleIds visible(Set<String> ids) {
    return ids.contains(CustomRole.EVERYTHING) ? VisibleIds.ALL : VisibleIds.of(ids);
  }

  private static Map<String, Map<String, VisibleIds>> reachOfAdmin(Collection<ResourceType> types) {
    return types.stream()
        .collect(
            Collectors.toMap(
                ResourceType::name,
                type ->
                    type.levels().stream()
                        .collect(
                            Collectors.toUnmodifiableMap(
                                Function.identity(), level -> VisibleIds.ALL))));
  }

  private static Map<String, Map<String, VisibleIds>> reachOfViewer(
      Collection<ResourceType> types) {
    return types.stream()
        .filter(ResourceType::readByViewer)
        .collect(
            Collectors.toMap(ResourceType::name, type -> Map.of(type.weakest(), VisibleIds.ALL)));
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
