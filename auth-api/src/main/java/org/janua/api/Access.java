package org.janua.api;

/**
 * What the caller of the current request may do with the things of the application. Inject it with
 * {@code @Inject Access}; the bean is request-scoped, so one field serves every request. Asking
 * costs a look-up in memory.
 *
 * <p>A <em>level</em> is what is done with a thing of one type, such as {@code view}. Types and
 * their levels are declared under {@code resources} in {@code auth.yml}. A type or level that
 * nobody declared is denied to everybody, administrators included: a slip of the pen shows at the
 * first try, and nothing a client sends can raise an exception here. Nobody signed in: everything
 * is denied.
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

  /** On which things of a type the caller has this level: to filter a list. */
  VisibleIds visible(String level, String type);
}
