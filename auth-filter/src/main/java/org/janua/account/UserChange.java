package org.janua.account;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.janua.jpa.UserRow;

/**
 * What an administrator changes of an account, all of it or nothing.
 *
 * @param role the new role, not yet checked; empty: it stays
 * @param active whether the account may sign in; empty: it stays as it is
 * @param displayName what becomes of the name that is shown
 * @param email what becomes of the address
 * @param permissions the new keys of its own, not yet checked; empty: they stay
 */
public record UserChange(
    Optional<String> role,
    Optional<Boolean> active,
    UnaryOperator<String> displayName,
    UnaryOperator<String> email,
    Optional<Set<String>> permissions) {

  /** One that leaves the keys alone. */
  public UserChange(
      Optional<String> role,
      Optional<Boolean> active,
      UnaryOperator<String> displayName,
      UnaryOperator<String> email) {
    this(role, active, displayName, email, Optional.empty());
  }

  /** Another role and nothing else. */
  static UserChange ofRole(String role) {
    return new UserChange(
        Optional.of(role), Optional.empty(), UnaryOperator.identity(), UnaryOperator.identity());
  }

  Profile profile(UserRow present) {
    return new Profile(
        displayName.apply(present.displayName()),
        email.apply(present.email()),
        present.avatarUrl());
  }

  boolean changesProfile(UserRow present) {
    return !profile(present)
        .equals(new Profile(present.displayName(), present.email(), present.avatarUrl()));
  }

  boolean changesRole(UserRow present) {
    return role.filter(wanted -> !wanted.equals(present.role())).isPresent();
  }

  boolean changesStatus(UserRow present) {
    return active.filter(wanted -> wanted != present.active()).isPresent();
  }
}
