package org.janua.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds names that mean nothing, so that a slip of the pen is not taken for the default. The
 * prefixes {@code AUTH_} and {@code auth.} are ours alone. After {@code PROXY_} and {@code proxy.}
 * only a near miss is a fault, because others set {@code PROXY_HOST} too.
 */
final class UnknownNames {
  private static final int NEAR = 2;
  private static final String REMEDY = "remove it; the settings are listed in the documentation";

  /** What Kubernetes sets in every pod for a service whose name starts with {@code auth}. */
  private static final Pattern SERVICE_LINK =
      Pattern.compile(
          "AUTH(_.+)?_(SERVICE_HOST|SERVICE_PORT(_.+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_.+)?)?)");

  private final List<Key<?>> keys;
  private final Faults faults;

  UnknownNames(List<Key<?>> keys, Faults faults) {
    this.keys = keys;
    this.faults = faults;
  }

  void check(Sources sources, List<Value.Entries> files) {
    checkNames("AUTH_", "PROXY_", environmentNames(), sources.variables());
    checkNames("auth.", "proxy.", propertyNames(), sources.properties());
    files.forEach(file -> checkFile(file, ""));
  }

  private Set<String> environmentNames() {
    return keys.stream()
        .filter(Key::isLine)
        .flatMap(Layers::names)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<String> propertyNames() {
    return keys.stream()
        .filter(Key::isLine)
        .map(Key::property)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void checkNames(
      String ours, String shared, Set<String> known, Collection<String> present) {
    Suggestion suggestion = new Suggestion(known);
    for (String name : present.stream().sorted().toList()) {
      if (known.contains(name) || SERVICE_LINK.matcher(name).matches()) {
        continue;
      }
      if (name.startsWith(ours)) {
        unknownLine(name, suggestion.meant(name));
      } else if (name.startsWith(shared)) {
        suggestion.within(name, NEAR).ifPresent(near -> unknownLine(name, Optional.of(near)));
      }
    }
  }

  private void unknownLine(String name, Optional<String> meant) {
    Optional<Key<?>> map =
        keys.stream()
            .filter(key -> !key.isLine())
            .filter(key -> name.equals(key.environment()) || name.equals(key.property()))
            .findFirst();
    map.ifPresentOrElse(
        key -> faults.note(name, "is a map, which only auth.yml can hold", key.example()),
        () -> unknown(name, "", meant));
  }

  private void unknown(String name, String where, Optional<String> meant) {
    String problem = "is not a setting" + where;
    meant.ifPresentOrElse(
        near -> faults.note(name, problem + "; did you mean " + near + "?", near),
        () -> faults.note(name, problem, REMEDY));
  }

  private void checkFile(Value.Entries entries, String prefix) {
    entries
        .values()
        .forEach(
            (step, value) -> {
              String path = prefix + step;
              if (step.indexOf('.') >= 0) {
                faults.note(path, "is not nested" + in(value), "auth: {session_length: 86400}");
              } else if (keys.stream().noneMatch(key -> key.inFile() && key.name().equals(path))) {
                checkSection(value, path);
              }
            });
  }

  private void checkSection(Value value, String path) {
    List<Key<?>> under = keys.stream().filter(key -> isUnder(key, path)).toList();
    if (under.isEmpty()) {
      unknownInFile(value, path);
    } else if (value instanceof Value.Entries section) {
      checkFile(section, path + ".");
    } else if (!(value instanceof Value.Nothing) && !isOff(value, under)) {
      String step = under.get(0).name().substring(path.length() + 1);
      new Spot(path, step + ": " + under.get(0).example(), true, faults)
          .wrong(value, "is found where a map belongs");
    }
  }

  private static boolean isUnder(Key<?> key, String path) {
    return key.inFile() && key.name().startsWith(path + ".");
  }

  /** {@code ldap: off} asks for nothing; {@code csrf: off} would ask for less than it may. */
  private static boolean isOff(Value value, List<Key<?>> under) {
    return value.isOff() && LaterKeys.ALL.containsAll(under);
  }

  private void unknownInFile(Value value, String path) {
    Optional<Key<?>> outside =
        keys.stream().filter(key -> !key.inFile() && key.name().equals(path)).findFirst();
    outside.ifPresentOrElse(
        key ->
            faults.note(
                path,
                "cannot be set in the file" + in(value),
                key.environment() + "=" + key.example()),
        () -> unknown(path, in(value), new Suggestion(fileNames()).meant(path)));
  }

  private Set<String> fileNames() {
    return keys.stream().filter(Key::inFile).map(Key::name).collect(Collectors.toUnmodifiableSet());
  }

  private static String in(Value value) {
    return " (" + value.where() + ")";
  }
}
