package org.janua.access;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The permission keys the application declared, and what holding each of them means: the key, those
 * it implies, and so on. Worked out once. A key that is not declared (any more) means nothing.
 * Immutable.
 */
public final class Permissions {

  private final Map<String, Set<String>> held;
  private final Set<String> administrative;

  /**
   * Works out what each key means. Ends whatever is declared, a cycle included.
   *
   * @param declared each key with those it implies; {@link Rights#ADMIN}, if it is one of them,
   *     implies them all
   */
  public Permissions(Map<String, Set<String>> declared) {
    Map<String, Set<String>> implied = new TreeMap<>(declared);
    implied.computeIfPresent(Rights.ADMIN, (admin, some) -> declared.keySet());
    Map<String, Set<String>> closed = new LinkedHashMap<>();
    declared.keySet().forEach(key -> closed.put(key, closure(key, implied)));
    this.held = Collections.unmodifiableMap(closed);
    this.administrative =
        held.entrySet().stream()
            .filter(entry -> entry.getValue().contains(Rights.ADMIN))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> closure(String key, Map<String, Set<String>> implied) {
    Set<String> reached = new LinkedHashSet<>(Set.of(key));
    Deque<String> next = new ArrayDeque<>(reached);
    while (!next.isEmpty()) {
      implied.getOrDefault(next.remove(), Set.of()).stream()
          .filter(implied::containsKey)
          .filter(reached::add)
          .forEach(next::add);
    }
    return Collections.unmodifiableSet(reached);
  }

  /** Every key, in the order of the declaration. */
  public Set<String> keys() {
    return held.keySet();
  }

  /** Whether there is a key of exactly this name. */
  public boolean isDeclared(String key) {
    return held.containsKey(key);
  }

  /** All that holding these keys means, themselves included. */
  public Set<String> held(Collection<String> granted) {
    return granted.stream()
        .flatMap(key -> held.getOrDefault(key, Set.of()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The keys whose holder is an administrator; none where the application declares no such key. */
  public Set<String> administrative() {
    return administrative;
  }
}
