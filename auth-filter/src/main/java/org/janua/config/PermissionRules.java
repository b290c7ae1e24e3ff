package org.janua.config;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the declared permission keys and what each of them implies. */
final class PermissionRules {
  /** Far more than any application declares; keeps the work small whatever the file says. */
  private static final int MAX_KEYS = 1_000;

  /** What a person can follow; a longer cycle is named by its end. */
  private static final int LONGEST_WAY = 8;

  /** The one key whose holder has what the role of that name gives. */
  private static final String ADMIN = "admin";

  private final Map<String, List<String>> declared;
  private final Faults faults;

  PermissionRules(Map<String, List<String>> declared, Faults faults) {
    this.declared = declared;
    this.faults = faults;
  }

  /** The declared keys, in the order of the file, each with those it implies. */
  Map<String, Set<String>> keys() {
    if (declared.size() > MAX_KEYS) {
      fault("", "declares more than " + MAX_KEYS + " keys");
    } else {
      declared.forEach(this::check);
      declared.keySet().forEach(this::checkCycle);
    }
    Map<String, Set<String>> keys = new LinkedHashMap<>();
    declared.forEach(
        (key, implied) -> keys.put(key, Collections.unmodifiableSet(new LinkedHashSet<>(implied))));
    return Collections.unmodifiableMap(keys);
  }

  private void check(String key, List<String> implied) {
    if (!Domains.isPermission(key)) {
      fault("." + key, "is not a permission key: " + Domains.KEY);
    } else if (CustomRole.isBuiltIn(key) && !key.equals(ADMIN)) {
      fault("." + key, "is called like a role that is always there; only admin means the same");
    }
    implied.stream()
        .filter(other -> !declared.containsKey(other))
        .forEach(other -> fault("." + key, "implies " + other + ", which is not declared"));
  }

  /** Breadth first, so that the way back which is named is the shortest. */
  private void checkCycle(String key) {
    Map<String, String> reachedFrom = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(key));
    while (!next.isEmpty() && !reachedFrom.containsKey(key)) {
      String from = next.remove();
      declared.getOrDefault(from, List.of()).stream()
          .filter(to -> reachedFrom.putIfAbsent(to, from) == null)
          .forEach(next::add);
    }
    if (reachedFrom.containsKey(key)) {
      fault("." + key, "implies itself by way of " + cycle(key, reachedFrom));
    }
  }

  private static String cycle(String key, Map<String, String> reachedFrom) {
    Deque<String> way = new ArrayDeque<>(List.of(key));
    do {
      way.addFirst(reachedFrom.get(way.getFirst()));
    } while (!way.getFirst().equals(key) && way.size() < LONGEST_WAY);
    return (way.getFirst().equals(key) ? "" : key + ", ..., ") + String.join(", ", way);
  }

  private void fault(String step, String problem) {
    faults.note(Keys.PERMISSIONS.name() + step, problem, Keys.PERMISSIONS.example());
  }
}
