package org.janua.web;

import java.util.Optional;
import org.janua.api.ResourceRef;

/** Decides at a guarded method whether the caller of the current request may go on. */
interface Doorkeeper {

  /** For those who hold a permission key. */
  Door forHolder(String key);

  /**
   * For those who have a level on a thing.
   *
   * @param resource the thing; empty: one without an id, and so nothing anybody could see
   */
  Door forLevel(String level, Optional<ResourceRef> resource);
}
