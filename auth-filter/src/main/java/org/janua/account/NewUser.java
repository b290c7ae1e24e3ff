package org.janua.account;

import java.util.Optional;
import java.util.Set;
import org.janua.provider.credentials.Password;

/**
 * What an administrator types to make an account.
 *
 * @param username the name, not yet checked
 * @param password the first password; empty for an account without a local one
 * @param role the role, not yet checked
 * @param profile what is shown of the person
 * @param groups names of groups to be put into, not yet checked
 */
public record NewUser(
    String username,
    Optional<Password> password,
    String role,
    Profile profile,
    Set<String> groups) {

  /** One that is put into no group. */
  public NewUser(String username, Optional<Password> password, String role, Profile profile) {
    this(username, password, role, profile, Set.of());
  }
}
