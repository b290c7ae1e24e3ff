package org.janua.session;

import java.time.Instant;
import org.janua.access.Identity;

/**
 * A session that was just opened or prolonged, with the token to hand to the browser. Not a record:
 * the token is a secret. Immutable.
 */
public final class Opened {

  private final Identity identity;
  private final String token;
  private final Instant expiresAt;
  private final boolean persistent;

  Opened(Identity identity, String token, Instant expiresAt, boolean persistent) {
    this.identity = identity;
    this.token = token;
    this.expiresAt = expiresAt;
    this.persistent = persistent;
  }

  /** Whom the session belongs to. */
  public Identity identity() {
    return identity;
  }

  /** The token in compact form; goes into the cookie and nowhere else. */
  public String reveal() {
    return token;
  }

  /** When the token dies unless it is refreshed. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Whether the cookie outlives the browser's own session. */
  public boolean isPersistent() {
    return persistent;
  }

  @Override
  public String toString() {
    return "Opened[" + identity.name() + ", " + expiresAt + "]";
  }
}
