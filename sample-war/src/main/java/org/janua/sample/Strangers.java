package org.janua.sample;

import jakarta.ws.rs.NotAuthorizedException;
import org.janua.api.Caller;

/** Who is nobody here. */
final class Strangers {

  private Strangers() {}

  /** Guests are welcome, where Janua is told so: they see what is public. */
  static void refuse(Caller caller) {
    if (!caller.isSignedIn() && !caller.isGuest()) {
      throw new NotAuthorizedException("Bearer");
    }
  }
}
