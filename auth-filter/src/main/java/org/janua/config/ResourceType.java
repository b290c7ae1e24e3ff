package org.janua.config;

import java.util.List;

/**
 * A type of things the application has, and what may be done with one of them.
 *
 * @param name what the application calls it, such as {@code camera}
 * @param levels weakest first, at least one; having one is having those before it
 * @param readByViewer whether the role {@code viewer} has the weakest level on all of them
 */
public record ResourceType(String name, List<String> levels, boolean readByViewer) {
  /** Copies the levels. */
  public ResourceType {
    levels = List.copyOf(levels);
  }

  /** The level that only reads. */
  public String weakest() {
    return levels.get(0);
  }
}
