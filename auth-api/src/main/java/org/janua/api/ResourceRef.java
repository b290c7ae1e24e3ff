package org.janua.api;

import java.util.Objects;

/**
 * One thing of the application that people have access to: its type and its id there, such as
 * {@code camera} and {@code front_door}. Need not exist; neither part is {@code null}.
 *
 * @param type the type, as declared under {@code resources} in {@code auth.yml}
 * @param id the application's own id of the thing, compared exactly
 */
public record ResourceRef(String type, String id) {

  /** Refuses {@code null}. */
  public ResourceRef {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(id, "id");
  }
}
