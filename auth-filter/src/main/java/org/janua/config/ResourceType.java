package org.janua.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.janua.text.Line;

/**
 * A type of things the application has, and what may be done with one of them.
 *
 * @param name what the application calls it, such as {@code camera}
 * @param levels weakest first, at least one; having one is having those before it
 * @param readByViewer whether the role {@code viewer} has the weakest level on all of them
 * @param override the permission key that gives a level on all of them, by level
 * @param create the permission key without which nobody makes one; empty: nobody tells Janua of
 *     things of this type
 * @param canBePublic whether one of them may be given to everybody at the weakest level
 */
public record ResourceType(
    String name,
    List<String> levels,
    boolean readByViewer,
    Map<String, String> override,
    Optional<String> create,
    boolean canBePublic) {

  private static final int LONGEST_ID = 255;

  /** Copies the collections. */
  public ResourceType {
    levels = List.copyOf(levels);
    override = Map.copyOf(override);
  }

  /** A type whose things only roles and grants give access to. */
  public ResourceType(String name, List<String> levels, boolean readByViewer) {
    this(name, levels, readByViewer, Map.of(), Optional.empty(), false);
  }

  /** The level that only reads. */
  public String weakest() {
    return levels.get(0);
  }

  /** The level that everything is allowed with. */
  public String strongest() {
    return levels.get(levels.size() - 1);
  }

  /** The levels that are enough where this one is asked for; none for a level there is not. */
  public List<String> enoughFor(String level) {
    return levels.contains(level)
        ? levels.subList(levels.indexOf(level), levels.size())
        : List.of();
  }

  /** The levels that somebody has who has this one; none for a level there is not. */
  public List<String> givenBy(String level) {
    return levels.subList(0, levels.indexOf(level) + 1);
  }

  /** Whether a thing can be called so: 1 to 255 characters, none of them a control character. */
  public static boolean isId(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_ID && Line.is(text);
  }
}
