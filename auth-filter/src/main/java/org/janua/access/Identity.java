package org.janua.access;

import java.util.Optional;
import java.util.Set;
import org.janua.api.Caller;

/**
 * A caller whose credential was accepted: the one answer to "who is this".
 *
 * @param accountId the immutable id of the account; empty on an internal port and by a proxy
 * @param sessionId the id of the session row; empty when no session carries the request
 * @param name the user name as typed
 * @param role the role; a name that is not known gives nothing
 * @param entitlement what the role gives
 * @param contact how to address the caller
 */
public record Identity(
    Optional<String> accountId,
    Optional<String> sessionId,
    String name,
    String role,
    Entitlement entitlement,
    Contact contact)
    implements Caller {

  /** The caller on an internal port: nobody by name, everything by right. */
  public static Identity internal(Rights rights) {
    return withoutAccount(ANONYMOUS, Rights.ADMIN, rights.admin());
  }

  /** A caller somebody else answers for. */
  public static Identity withoutAccount(String name, String role, Entitlement entitlement) {
    return new Identity(Optional.empty(), Optional.empty(), name, role, entitlement, Contact.NONE);
  }

  @Override
  public Set<String> roles() {
    return entitlement.roles();
  }

  /** What the caller may do with the things of the application. */
  public Reach reach() {
    return entitlement.reach();
  }

  @Override
  public boolean isSignedIn() {
    return true;
  }

  /** Whether this caller may use the administration. */
  public boolean isAdmin() {
    return roles().contains(Rights.ADMIN);
  }
}
