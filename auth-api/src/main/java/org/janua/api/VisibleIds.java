package org.janua.api;

import java.util.Set;

/**
 * Which things of one type somebody has access to: everything, or these. Immutable.
 *
 * @param everything whether it is all there are, those included that are made later
 * @param ids the ids, when it is not everything; else empty. They need not exist
 */
public record VisibleIds(boolean everything, Set<String> ids) {

  /** Everything there is. */
  public static final VisibleIds ALL = new VisibleIds(true, Set.of());

  /** Nothing at all. */
  public static final VisibleIds NONE = new VisibleIds(false, Set.of());

  /** Copies the ids. */
  public VisibleIds {
    ids = everything ? Set.of() : Set.copyOf(ids);
  }

  /** These and no others. */
  public static VisibleIds of(Set<String> ids) {
    return new VisibleIds(false, ids);
  }

  /** Whether this one is among them. */
  public boolean contains(String id) {
    return everything || ids.contains(id);
  }
}
