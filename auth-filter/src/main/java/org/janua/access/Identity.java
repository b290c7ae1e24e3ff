package org.janua.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.janua.api.Caller;

/**
 * A caller whose credential was accepted: the one answer to "who is this".
 *
 * @param accountId the immutable id of the account; empty on an internal port and by a proxy
 * @param sessionId the id of the session row; empty when no session carries the request
 * @param key the API key that acts for the account; empty when none does
 * @param name the user name as typed
 * @param role the role; a name that is not known gives nothing
 * @param entitlement what the caller has by role, keys and groups
 * @param contact how to address the caller
 */
public record Identity(
    Optional<String> accountId,
    Optional<String> sessionId,
    Optional<ApiKey> key,
    String name,
    String role,
    Entitlement entitlement,
    Contact contact)
    implements Caller {

  /** Keeps whom a proxy answers for apart from accounts, whose ids are made of other signs. */
  private static final String VOUCHED_FOR = "proxy:";

  /** A caller for whom no API key acts. */
  public Identity(
      Optional<String> accountId,
      Optional<String> sessionId,
      String name,
      String role,
      Entitlement entitlement,
      Contact contact) {
    this(accountId, sessionId, Optional.empty(), name, role, entitlement, contact);
  }

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

  /** The groups of the caller; none for the internal port. */
  public List<Group> groups() {
    return entitlement.groups();
  }

  /** The permission keys the caller holds, with all that they imply. */
  public Set<String> permissions() {
    return entitlement.permissions();
  }

  /**
   * Whether what was given to the caller in person, or to one of their groups, counts. Not for a
   * key that carries some permissions only, and not on the internal port.
   */
  public boolean isPerson() {
    return groups().contains(Group.EVERYONE);
  }

  /**
   * Whom a thing belongs to that the caller makes: the id of the account; for a caller a proxy
   * answers for a marked text made of the name, since there is nothing else that lasts; empty on
   * the internal port.
   */
  public Optional<String> owner() {
    return accountId.or(
        () ->
            groups().contains(Group.EVERYONE)
                ? Optional.of(VOUCHED_FOR + Canonical.of(name))
                : Optional.empty());
  }

  /** The name in a marked text that {@link #owner} made; empty when it is the id of an account. */
  public static Optional<String> nameIn(String owner) {
    return owner.startsWith(VOUCHED_FOR)
        ? Optional.of(owner.substring(VOUCHED_FOR.length()))
        : Optional.empty();
  }

  /** What the caller may do with the things of the application. */
  public Reach reach() {
    return entitlement.reach();
  }

  @Override
  public boolean isSignedIn() {
    return true;
  }

  @Override
  public boolean isGuest() {
    return false;
  }

  /** Whether this caller may use the administration. */
  public boolean isAdmin() {
    return roles().contains(Rights.ADMIN);
  }
}
