package org.janua.audit;

import org.janua.api.event.SecurityEvent.Party;
import org.janua.jpa.UserRow;

/** To whom or what something was done. */
public final class Subject {

  private Subject() {}

  /** An account. */
  public static Party of(UserRow user) {
    return new Party(user.id(), user.username());
  }

  /** Something that has a name, and an id that outlives it. */
  public static Party of(String id, String name) {
    return new Party(id, name);
  }

  /** Something that its name alone stands for, such as a role. */
  public static Party named(String name) {
    return new Party("", name);
  }
}
