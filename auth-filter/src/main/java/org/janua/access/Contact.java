package org.janua.access;

import java.util.Optional;

/**
 * How a person is addressed, for an application that is told who is calling.
 *
 * @param displayName the name to show; empty when none was given
 * @param email the e-mail address; empty when none was given
 */
public record Contact(Optional<String> displayName, Optional<String> email) {

  /** Of a caller nothing is known of. */
  public static final Contact NONE = new Contact(Optional.empty(), Optional.empty());

  /** Of somebody whose name and address may be {@code null}: not given. */
  public static Contact of(String displayName, String email) {
    return new Contact(Optional.ofNullable(displayName), Optional.ofNullable(email));
  }
}
