package org.janua.request;

/** What a resource of Janua's own asks of whoever uses it. */
enum Requirement {
  /** Anybody, even with a credential that is no longer good: pages, the session question. */
  LENIENT,
  /**
   * As {@link #LENIENT}, and it hands out or takes back the session, or what leads to one, so it
   * must be same-origin.
   */
  SESSION,
  /** Anybody whose credential, if there is one, is good. */
  PUBLIC,
  /** As {@link #SIGNED_IN}, asked by another server for its client: never led to the login page. */
  GUARDED,
  /** Whoever is signed in. */
  SIGNED_IN,
  /** Administrators. */
  ADMIN
}
