package org.janua.api;

import java.util.Set;

/**
 * Who sent the current request. Inject it with {@code @Inject Caller}; the bean is request-scoped,
 * so one field serves every request.
 *
 * <p>A request without credentials has a caller too: {@link #isSignedIn()} is then {@code false},
 * the name is {@link #ANONYMOUS} and there are no roles. Prefer this over testing a principal for
 * {@code null}: some servers report a principal named {@code anonymous} when nobody signed in.
 *
 * <p>What is injected is a proxy: it answers for the request of the calling thread, and throws
 * {@code ContextNotActiveException} where no request is active. Copy the values before work moves
 * to another thread.
 */
public interface Caller {

  /** The name of a caller who did not sign in, and of every caller on an internal port. */
  String ANONYMOUS = "anonymous";

  /**
   * The user name as typed when the account was made, or {@link #ANONYMOUS}; never {@code null} or
   * empty.
   */
  String name();

  /** The one role of the account, such as {@code admin}; empty when nobody signed in. */
  String role();

  /**
   * What the container answers {@code true} for in {@code isUserInRole}: the role and the
   * permission keys held. Unmodifiable.
   */
  Set<String> roles();

  /** Whether a credential was presented and accepted, or the request came by an internal port. */
  boolean isSignedIn();

  /**
   * Whether nobody signed in and guests are welcome ({@code guest} among {@code auth.providers}):
   * such a caller may see what is public, and nothing else. Somebody whose credential is not good
   * is never a guest; such a request does not reach the application.
   */
  boolean isGuest();
}
