package org.janua.resource;

import java.util.List;
import java.util.Optional;
import org.janua.access.Canonical;
import org.janua.access.Contact;
import org.janua.access.Identity;
import org.janua.access.Reasons;
import org.janua.access.Rights;
import org.janua.access.Standing;
import org.janua.account.Outcome;
import org.janua.account.Refusal;
import org.janua.api.Explanation;
import org.janua.api.ResourceRef;
import org.janua.entitlement.Entitlements;
import org.janua.entitlement.RoleBook;
import org.janua.jpa.Database;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;

/**
 * Why somebody may do something with a thing, or may not: about themselves for whoever sees the
 * thing, about anybody for whoever has the strongest level on it. Thread-safe; throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Explaining {

  private final Database database;
  private final Rights rights;
  private final Entitlements entitlements;
  private final RoleBook roles;

  /** Wires it; nothing is read yet. */
  Explaining(Database database, Rights rights, Entitlements entitlements, RoleBook roles) {
    this.database = database;
    this.rights = rights;
    this.entitlements = entitlements;
    this.roles = roles;
  }

  /**
   * Explains.
   *
   * @param username whom it is about; empty: the caller
   * @param level empty: the weakest
   */
  public Outcome<Explanation> explain(
      Identity caller, ResourceRef resource, Optional<String> username, Optional<String> level) {
    return database.read(
        tx ->
            Thing.find(tx, rights, resource)
                .filter(thing -> thing.isVisibleTo(Standing.of(caller)))
                .map(thing -> explain(tx, caller, thing, username, level))
                .orElse(Outcome.refused(Sharing.NOT_FOUND)));
  }

  private Outcome<Explanation> explain(
      Tx tx, Identity caller, Thing thing, Optional<String> username, Optional<String> level) {
    String asked = level.orElse(thing.type().weakest());
    if (!thing.type().levels().contains(asked)) {
      return Outcome.refused(
          Refusal.invalid(
              "level", "Must be one of " + String.join(", ", thing.type().levels()) + "."));
    }
    Optional<String> other =
        username.map(Canonical::of).filter(name -> !name.equals(Canonical.of(caller.name())));
    return other.isEmpty()
        ? Outcome.done(reasons(tx, caller, thing, asked))
        : thing
            .refusalFor(caller)
            .<Outcome<Explanation>>map(Outcome::refused)
            .orElseGet(() -> ofOther(tx, caller, other.get(), thing, asked));
  }

  private Outcome<Explanation> ofOther(
      Tx tx, Identity caller, String canonical, Thing thing, String level) {
    return tx.users()
        .byName(canonical)
        .map(user -> Outcome.done(ofUser(tx, caller, user, thing, level)))
        .orElse(Outcome.refused(Refusal.invalid("username", "There is no user of this name.")));
  }

  private Explanation ofUser(Tx tx, Identity caller, UserRow user, Thing thing, String level) {
    if (!user.active()) {
      return new Explanation(false, List.of("The account " + user.username() + " is not active."));
    }
    Identity identity =
        new Identity(
            Optional.of(user.id()),
            Optional.empty(),
            user.username(),
            user.role(),
            entitlements.of(tx, user),
            Contact.NONE);
    return caller.isAdmin()
        ? reasons(tx, identity, thing, level)
        : Reasons.forOthers(
            identity,
            roles.of(tx, identity.role()).reach(),
            level,
            thing.resource(),
            thing.type(),
            thing.list());
  }

  private Explanation reasons(Tx tx, Identity who, Thing thing, String level) {
    return Reasons.of(
        who, roles.of(tx, who.role()).reach(), level, thing.resource(), thing.type(), thing.list());
  }
}
