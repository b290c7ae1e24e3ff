package org.janua.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the declared permission keys and what each of them implies. */
final class PermissionRules {
  /** Far more than any application declares; keeps the work small whatever the file says. */
  private static final int MAX_KEYS = 1_000;

  private final Map<String, List<String>> declared;
  private final Faults faults;

  PermissionRules(Map<String, List<String>> declared, Faults faults) {
    this.declared = declared;
    this.faults = faults;
  }

  /** The declared keys, in the order of the file. */
  Set<String> keys() {
    if (declared.size() > MAX_KEYS) {
      fault("", "declares more than " + MAX_KEYS + " keys");
    } else {
      declared.forEach(this::check);
      declared.keySet().forEach(this::checkCycle);
    }
    return declared.keySet();
  }

  private void check(String key, List<String> implied) {
    if (!Domains.isPermission(key)) {
      fault("." + key, "is not a permission key: " + Domains.KEY);
    }
    implied.stream()
        .filter(other -> !declared.containsKey(other))
        .forEach(other -> fault("." + key, "implies " + other + ", which is not declared"));
  }

  private void checkCycle(String key) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(declared.get(key));
    while (!next.isEmpty()) {
      String other = next.remove();
      if (reached.add(other)) {
        next.addAll(declared.getOrDefault(other, List.of()));
      }
    }
    if (reached.contains(key)) {
      fault("." + key, "implies itself, directly or through others");
    }
  }

  private void fault(String step, String problem) {
    faults.note(Keys.PERMISSIONS.name() + step, problem, Keys.PERMISSIONS.example());
  }
}
