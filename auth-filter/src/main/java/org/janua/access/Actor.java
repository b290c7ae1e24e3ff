package org.janua.access;

import java.util.Optional;
import org.janua.api.Caller;

/**
 * Who does something that is written down: not a proof of anything, only what a record needs.
 *
 * @param accountId the account; empty for the start of the application, an internal port, a proxy
 * @param name the user name as typed
 * @param sessionId the session that carried the request; empty when none did
 * @param key the API key that acts for the account; empty when none does
 * @param client where the request came from; {@link Client#NONE} without one
 */
public record Actor(
    Optional<String> accountId,
    String name,
    Optional<String> sessionId,
    Optional<ApiKey> key,
    Client client) {

  /** Whoever acts in person, and not by an API key. */
  public Actor(Optional<String> accountId, String name, Optional<String> sessionId, Client client) {
    this(accountId, name, sessionId, Optional.empty(), client);
  }

  /** Janua itself, at a start or by the clock. */
  public static final Actor SYSTEM =
      new Actor(Optional.empty(), "system", Optional.empty(), Client.NONE);

  /** Whoever sent a request and is not known. */
  public static Actor stranger(Client client) {
    return new Actor(Optional.empty(), Caller.ANONYMOUS, Optional.empty(), client);
  }

  /** The caller of a request. */
  public static Actor of(Identity caller, Client client) {
    return new Actor(caller.accountId(), caller.name(), caller.sessionId(), caller.key(), client);
  }
}
