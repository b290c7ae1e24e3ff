package org.janua.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks the custom roles against each other, the types and the permission keys. */
final class RoleRules {
  /** Stands for the type of a plain list until it is known. */
  static final String USUAL_TYPE = "";

  private final Map<String, Map<String, Set<String>>> roles;
  private final Reading.Given<Map<String, ResourceMembers.Read>> declared;
  private final String usualType;
  private final Reading.Given<Map<String, List<String>>> keys;
  private final Set<String> foldedKeys;
  private final Faults faults;

  RoleRules(Reading reading, Reading.Given<Map<String, List<String>>> keys, Faults faults) {
    this.roles = reading.value(Keys.ROLES);
    this.declared = reading.read(Keys.RESOURCES);
    this.usualType = reading.value(Keys.ROLE_RESOURCE_TYPE);
    this.keys = keys;
    this.foldedKeys =
        keys.value().keySet().stream().map(RoleRules::fold).collect(Collectors.toUnmodifiableSet());
    this.faults = faults;
  }

  RoleSettings settings() {
    declared.value().keySet().stream()
        .filter(name -> !Domains.isPermission(name))
        .forEach(name -> fault(Keys.RESOURCES, name, "is not the name of a type: " + Domains.KEY));
    List<ResourceType> types = types();
    declared.value().forEach(this::checkKeys);
    checkNames();
    List<CustomRole> custom = new ArrayList<>();
    roles.forEach((name, said) -> custom.add(new CustomRole(name, resources(name, said, types))));
    return new RoleSettings(custom, types);
  }

  /** The type that plain lists mean is there even where nobody declared it. */
  private List<ResourceType> types() {
    Map<String, ResourceMembers.Read> all = new LinkedHashMap<>(declared.value());
    all.putIfAbsent(usualType, ResourceMembers.Read.USUAL);
    return all.entrySet().stream().map(type -> type.getValue().called(type.getKey())).toList();
  }

  private void checkKeys(String type, ResourceMembers.Read said) {
    said.override()
        .forEach(
            (level, key) -> {
              String step = type + ".override." + level;
              if (!said.levels().contains(level)) {
                fault(Keys.RESOURCES, step, "is not one of the levels of this type");
              }
              checkKey(step, key);
            });
    said.create().ifPresent(key -> checkKey(type + ".create", key));
  }

  private void checkKey(String step, String key) {
    if (!keys.value().containsKey(key) && !keys.isWrong()) { // else it may be there
      fault(Keys.RESOURCES, step, "names the key " + key + ", which permissions does not declare");
    }
  }

  private void checkNames() {
    Set<String> seen = new TreeSet<>();
    for (String name : roles.keySet()) {
      if (!CustomRole.isName(name)) {
        fault(Keys.ROLES, name, "is not the name of a role: 1 to 64 letters, digits and ._");
      } else if (CustomRole.isBuiltIn(name)) {
        fault(Keys.ROLES, name, "is a role that is always there and cannot be defined");
      } else if (foldedKeys.contains(fold(name))) {
        fault(Keys.ROLES, name, "is also a permission key, and both are roles to the container");
      } else if (!seen.add(fold(name))) {
        fault(Keys.ROLES, name, "is there twice, in different case");
      }
    }
  }

  private Map<String, Set<String>> resources(
      String role, Map<String, Set<String>> said, List<ResourceType> types) {
    if (said.isEmpty()) {
      fault(Keys.ROLES, role, "must not be empty; \"*\" says everything");
    }
    Map<String, Set<String>> resources = new LinkedHashMap<>();
    said.forEach(
        (type, ids) -> {
          String meant = type.equals(USUAL_TYPE) ? usualType : type;
          check(role, type.equals(USUAL_TYPE) ? role : role + "." + type, meant, ids, types);
          resources.put(meant, ids);
        });
    return resources;
  }

  private void check(
      String role, String step, String type, Set<String> ids, List<ResourceType> types) {
    boolean known = types.stream().anyMatch(one -> one.name().equals(type));
    if (!known && !declared.isWrong()) { // else it may be there, where that fault is
      fault(Keys.ROLES, role, "names the type " + type + ", which resources does not declare");
    }
    String fault = CustomRole.faultOf(ids);
    if (!fault.isEmpty()) {
      fault(Keys.ROLES, step, fault);
    }
  }

  private void fault(Key<?> key, String step, String problem) {
    faults.note(key.name() + "." + step, problem, key.example());
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
