package org.janua.jpa;

import java.util.Locale;

/**
 * A membership as stored. An account can be in a group for several reasons, each a membership of
 * its own.
 *
 * @param userId the account
 * @param username its name as typed
 * @param origin who said so
 */
public record MemberRow(String userId, String username, Origin origin) {

  /** Who says that an account is in a group; nobody else takes that back. */
  public enum Origin {
    /** An administrator. */
    MANUAL,
    /** A directory. */
    LDAP,
    /** An OpenID provider. */
    OIDC;

    /** As it is stored and shown. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
