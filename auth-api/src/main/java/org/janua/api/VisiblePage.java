package org.janua.api;

import java.util.List;
import java.util.Optional;

/**
 * One page of what somebody has access to: everything, which the application then pages by itself,
 * or these ids. Immutable.
 *
 * @param everything whether it is all there are, those included that are made later
 * @param ids the ids of this page in the order of the database, which is the same for all pages;
 *     empty when it is everything. They need not exist
 * @param next what to ask for the page after this one with; empty at the end
 */
public record VisiblePage(boolean everything, List<String> ids, Optional<String> next) {

  /** How many ids a page has at most. */
  public static final int MOST = 1_000;

  /** Everything there is. */
  public static final VisiblePage ALL = new VisiblePage(true, List.of(), Optional.empty());

  /** Nothing at all. */
  public static final VisiblePage NONE = new VisiblePage(false, List.of(), Optional.empty());

  /** Copies the ids. */
  public VisiblePage {
    ids = List.copyOf(ids);
  }
}
