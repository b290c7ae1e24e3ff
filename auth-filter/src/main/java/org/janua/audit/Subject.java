package org.janua.audit;

import org.janua.access.Actor;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.jpa.UserRow;

/** To whom or what something was done. */
public final class Subject {

  private Subject() {}

  /** An account. */
  public static Party of(UserRow user) {
    return new Party(user.id(), user.username());
  }

  /** The account of whoever did it. */
  public static Party of(Actor actor) {
    return new Party(actor.accountId().orElse(""), actor.name());
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
