package org.janua.api;

/**
 * What the caller of the current request may do with the things of the application. Inject it with
 * {@code @Inject Access}; the bean is request-scoped, so one field serves every request.
 *
 * <p>A <em>level</em> is what is done with a thing of one type, such as {@code view}; whoever has a
 * level has the weaker ones too. Types and their levels are declared under {@code resources} in
 * {@code auth.yml}. A caller has a level on a thing by role, by a permission key that gives the
 * level on everything, as its creator (the strongest), by a grant to them or to a group they are
 * in, or because the thing is public (the weakest).
 *
 * <p>A type or level that nobody declared is denied to everybody, administrators included: a slip
 * of the pen shows at the first try, and nothing a client sends can raise an exception here, not
 * even an id that nothing can have. Nobody signed in: everything is denied, unless guests are
 * allowed, who have what is public.
 *
 * <p>Asking about one thing costs a look-up in memory; a thing that nobody asked about for five
 * seconds, one query. A change holds from the next request on this node and within five seconds on
 * others. Every method throws {@link AccessUnavailableException} when the database has to be asked
 * and does not answer.
 *
 * <p>What is injected is a proxy: it answers for the request of the calling thread, and throws
 * {@code ContextNotActiveException} where no request is active.
 */
public interface Access {

  /** Whether the caller has this level on this thing; says nothing about whether it exists. */
  boolean can(String level, ResourceRef resource);

  /**
   * The same as a guard: returns when the caller may.
   *
   * @throws AccessDeniedException otherwise; answered 403, or 401 when nobody signed in
   */
  default void require(String level, ResourceRef resource) {
    if (!can(level, resource)) {
      throw new AccessDeniedException();
    }
  }

  /**
   * On which things of a type the caller has this level, all of them at once: to filter a list that
   * is in memory. One query, none where it is everything or nothing.
   */
  VisibleIds visible(String level, String type);

  /**
   * The same in pages, for lists that may be long. One indexed query, none where it is everything
   * or nothing.
   *
   * @param after the {@link VisiblePage#next} of the page before; {@code null} or empty: the first
   * @param limit how many ids at most, 1 to {@link VisiblePage#MOST}; what is outside counts as the
   *     nearest of the two
   */
  VisiblePage visible(String level, String type, String after, int limit);

  /**
   * Why the caller has this level on this thing, or has not: for a support page, or a log. Asks the
   * database each time.
   */
  Explanation explain(String level, ResourceRef resource);
}
