package org.janua.api;

import java.util.Optional;

/**
 * Tells Janua of things that the application makes and deletes, so that they have a creator and can
 * be shared. Inject it with {@code @Inject Resources}; the bean is request-scoped, so one field
 * serves every request. Where the declaration of a type has {@code create}, a thing that was not
 * added cannot be shared; things of other types need no telling.
 *
 * <p>What is told is written before the method returns, in a transaction of its own: a rollback of
 * the application's does not undo it. Add a thing before it is saved, and remove it after it was
 * deleted; what a failure in between leaves behind gives nobody access to anything that exists.
 * Never use an id again.
 *
 * <p>Every method throws {@link AccessUnavailableException} when the database does not answer, and
 * {@code ContextNotActiveException} where no request is active.
 */
public interface Resources {

  /**
   * Adds a thing; the caller of the current request becomes its creator and has the strongest level
   * on it. On an internal port it has no creator.
   *
   * @return whether it was added; {@code false}: there is one of this id already, whose creator
   *     stays, or the id is not 1 to 255 characters without control characters
   * @throws AccessDeniedException nobody signed in, the caller lacks the permission key that {@code
   *     create} names, or nobody declared the type
   */
  boolean add(ResourceRef resource);

  /**
   * Removes a thing, with every grant on it. Whether the caller may is for the application to ask,
   * with {@link Access#require}.
   *
   * @return whether it was there
   */
  boolean remove(ResourceRef resource);

  /** What is known of a thing that was added, whoever asks; empty if it was not. */
  Optional<Registration> find(ResourceRef resource);
}
