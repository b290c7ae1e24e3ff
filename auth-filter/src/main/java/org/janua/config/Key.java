package org.janua.config;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One setting: where it may be set, what it may hold, and its row of the documentation.
 *
 * @param name its path in {@code auth.yml}, steps separated by dots
 * @param standard the default as text; empty: none
 * @param example a right value
 * @param effect what a wrong or weak value does
 * @param inFile false for what is needed before the file is found
 * @param alias a second environment name
 */
record Key<T>(
    String name,
    Kind<T> kind,
    String standard,
    String example,
    String effect,
    boolean inFile,
    Optional<Alias> alias) {
  /** A second environment name, and what its notation becomes in the key's own. */
  record Alias(String environment, UnaryOperator<String> plain) {}

  static <T> Key<T> of(String name, Kind<T> kind, String standard, String example) {
    return new Key<>(name, kind, standard, example, "start refused", true, Optional.empty());
  }

  Key<T> weak(String effect) {
    return new Key<>(name, kind, standard, example, effect, inFile, alias);
  }

  Key<T> outsideFile() {
    return new Key<>(name, kind, standard, example, effect, false, alias);
  }

  Key<T> or(String environment, UnaryOperator<String> plain) {
    return new Key<>(
        name, kind, standard, example, effect, inFile, Optional.of(new Alias(environment, plain)));
  }

  /**
   * The name as a property. Only {@code auth.} and {@code proxy.} are ours where others set
   * properties too: {@code ldap.uri} or {@code mail.from} may be the application's own.
   */
  String property() {
    return name.startsWith("auth.") || name.startsWith("proxy.") ? name : "auth." + name;
  }

  String environment() {
    return property().toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** Whether one line of text can hold it: a map is for the file only. */
  boolean isLine() {
    return kind.shape() != Kind.Shape.MAP;
  }

  Spot spot(Faults faults) {
    return new Spot(name, example, kind.secret(), faults);
  }

  /** The default, read like any other value. */
  T standardValue() {
    return kind.reader()
        .read(kind.ofText(standard, "default"), spot(new Faults()))
        .orElseThrow(() -> new IllegalStateException(name + " has a wrong default"));
  }
}
