package org.janua.api.event;

import java.util.Locale;

/** What can happen. The list is closed: an audit log is searched by it. */
public enum Action {
  /** Somebody signed in. */
  SIGN_IN,
  /** Somebody signed out. */
  SIGN_OUT,
  /** A credential was presented in vain. */
  SIGN_IN_FAILED,
  /** Failed attempts have locked an account for a while. */
  LOCKED_OUT,
  /** An administrator has ended such a lock. */
  UNLOCKED,
  /** A password was set, or was not because the old one was wrong. */
  PASSWORD_CHANGED,
  /** A link for setting a new password was asked for. */
  PASSWORD_RESET_REQUESTED,
  /** A permission or a grant on a thing was given or taken. */
  PERMISSION_CHANGED,
  /** An account was given another role, or a role was made, changed or deleted. */
  ROLE_CHANGED,
  /** A group was made, changed or deleted, or its members were. */
  GROUP_CHANGED,
  /** An account was made. */
  USER_CREATED,
  /** An account was changed. */
  USER_CHANGED,
  /** An account was deleted. */
  USER_DELETED,
  /** An API key was made. */
  API_KEY_CREATED,
  /** An API key was used; once for many uses. */
  API_KEY_USED,
  /** An API key was ended. */
  API_KEY_REVOKED,
  /** A session began. */
  SESSION_CREATED,
  /** Sessions were ended before their time. */
  SESSION_ENDED,
  /** A session's time was over. */
  SESSION_EXPIRED,
  /** The application was started with another configuration than before. */
  CONFIG_CHANGED,
  /** Accounts were brought up to date with a directory. */
  LDAP_SYNCED,
  /** An account was linked to an identity elsewhere. */
  IDENTITY_LINKED;

  /** The name in the audit log, such as {@code sign_in}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
