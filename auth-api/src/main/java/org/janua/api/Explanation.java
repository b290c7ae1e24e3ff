package org.janua.api;

import java.util.List;

/**
 * Why somebody has a level on a thing, or has not. Immutable.
 *
 * @param allowed the answer
 * @param because the steps that led to it, a sentence each: what gives the level, or what was
 *     looked at in vain. For a person to read; the words may change
 */
public record Explanation(boolean allowed, List<String> because) {

  /** Copies the steps. */
  public Explanation {
    because = List.copyOf(because);
  }
}
