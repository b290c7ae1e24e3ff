package org.janua.request;

import java.util.List;

/** What may be asked of Janua, for a test that wants to leave nothing out. */
public final class OwnPaths {

  private OwnPaths() {}

  /** Each as {@code GET /auth/api/users/*}, where {@code *} is one segment. */
  public static List<String> all() {
    return OwnResources.all().stream()
        .flatMap(
            rule ->
                rule.methods().stream()
                    .map(method -> method + " " + String.join("/", rule.segments())))
        .toList();
  }
}
