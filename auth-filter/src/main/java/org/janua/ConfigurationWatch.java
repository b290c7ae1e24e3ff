package org.janua;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.janua.access.Actor;
import org.janua.api.event.Action;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.Database;
import org.janua.jpa.Tx;

/**
 * Notices at a start that something else is configured than at the last one, of whichever node, and
 * writes down the names of the keys. The first start has nothing to compare with.
 *
 * @param fingerprints by what changes are noticed; those that begin with a star cannot be compared
 *     across a change of the signing secret
 */
record ConfigurationWatch(Database database, Audit audit, SortedMap<String, String> fingerprints) {

  private static final String SETTING = "configuration";
  private static final String SIGNING_SECRET = "auth.jwt_secret";

  void run() {
    database.<Void>write(
        tx -> {
          compare(tx);
          return null;
        });
  }

  private void compare(Tx tx) {
    String now =
        fingerprints.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining("\n"));
    String before = tx.settings().get(SETTING).orElse("");
    if (before.equals(now)) {
      return;
    }
    tx.settings().put(SETTING, now);
    Set<String> keys = changed(parse(before));
    if (!before.isEmpty() && !keys.isEmpty()) {
      Details details = Details.of("keys", keys);
      audit.record(tx, Actor.SYSTEM, Action.CONFIG_CHANGED, Subject.named("auth.yml"), details);
    }
  }

  private Set<String> changed(Map<String, String> before) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(fingerprints.keySet());
    boolean comparable = isSame(before, SIGNING_SECRET);
    names.removeIf(name -> isSame(before, name) || !comparable && isHidden(before, name));
    return names;
  }

  private boolean isSame(Map<String, String> before, String name) {
    return fingerprints.getOrDefault(name, "").equals(before.getOrDefault(name, ""));
  }

  private boolean isHidden(Map<String, String> before, String name) {
    return fingerprints.getOrDefault(name, "").startsWith("*")
        && before.getOrDefault(name, "").startsWith("*");
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> parsed = new TreeMap<>();
    text.lines().map(line -> line.split(" ")).forEach(pair -> parsed.put(pair[0], pair[1]));
    return parsed;
  }
}
