package org.janua.access;

import java.util.Optional;
import java.util.Set;
import org.janua.api.Caller;

/**
 * A caller whose credential was accepted: the one answer to "who is this".
 *
 * @param accountId the immutable id of the account; empty on an internal port
 * @param sessionId the id of the session row; empty when no session carries the request
 * @param name the user name as typed
 * @param role the role; a name the configuration does not know gives nothing
 * @param roles what the container answers {@code true} for
 * @param contact how to address the caller
 */
public record Identity(
    Optional<String> accountId,
    Optional<String> sessionId,
    String name,
    String role,
    Set<String> roles,
    Contact contact)
    implements Caller {

  /** Copies the roles. */
  public Identity {
    roles = Set.copyOf(roles);
  }

  /** The caller on an internal port: nobody by name, everything by right. */
  public static Identity internal(Rights rights) {
    return new Identity(
        Optional.empty(),
        Optional.empty(),
        ANONYMOUS,
        Rights.ADMIN,
        rights.of(Rights.ADMIN),
        Contact.NONE);
  }

  @Override
  public boolean isSignedIn() {
    return true;
  }

  /** Whether this caller may use the administration. */
  public boolean isAdmin() {
    return roles.contains(Rights.ADMIN);
  }
}
