package org.janua.api;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a thing that was added with {@link Resources#add}. Immutable.
 *
 * @param creator the user name of whoever made it; empty when that user was deleted since, or there
 *     never was one
 * @param isPublic whether everybody has the weakest level on it; never where the type does not
 *     allow it
 */
public record Registration(Optional<String> creator, boolean isPublic) {

  /** Refuses {@code null}. */
  public Registration {
    Objects.requireNonNull(creator, "creator");
  }
}
