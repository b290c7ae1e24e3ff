package org.janua.resource;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.janua.access.Actor;
import org.janua.access.Canonical;
import org.janua.access.Identity;
import org.janua.access.Rights;
import org.janua.access.Standing;
import org.janua.account.Outcome;
import org.janua.account.Refusal;
import org.janua.api.ResourceRef;
import org.janua.api.event.Action;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.Database;
import org.janua.jpa.ResourceRow;
import org.janua.jpa.Tx;

/**
 * Whom things are given to, as whoever has the strongest level on one sees and changes it. Who has
 * no level on it is told what is told of a thing that is not there. Thread-safe; throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Sharing {

  static final Refusal NOT_FOUND =
      new Refusal(Refusal.Kind.NOT_FOUND, "", "There is no such thing.");
  private static final Refusal NOT_YOURS =
      new Refusal(Refusal.Kind.FORBIDDEN, "", "Only an administrator changes the creator.");

  private final Database database;
  private final Rights rights;
  private final AccessLists lists;
  private final Audit audit;

  /** Wires it; nothing is read yet. */
  Sharing(Database database, Rights rights, AccessLists lists, Audit audit) {
    this.database = database;
    this.rights = rights;
    this.lists = lists;
    this.audit = audit;
  }

  /** Whom a thing is given to. */
  public Outcome<SharedThing> find(Identity caller, ResourceRef resource) {
    return database.read(
        tx ->
            governed(Thing.find(tx, rights, resource), caller, thing -> Outcome.done(thing))
                .map(thing -> view(tx, thing.row())));
  }

  /**
   * Gives a thing to these users and groups, and to nobody else. It holds from their next request
   * on this node. Of several who do it at the same time the last one wins, whole.
   */
  public Outcome<SharedThing> replace(
      Actor actor, Identity caller, ResourceRef resource, SharingChange wanted) {
    Outcome<SharedThing> outcome =
        database.write(
            tx ->
                governed(
                    Thing.lock(tx, rights, resource),
                    caller,
                    thing -> replace(tx, actor, caller, thing, wanted)));
    outcome.ifDone(done -> lists.forget(resource));
    return outcome;
  }

  private static <T> Outcome<T> governed(
      Optional<Thing> found, Identity caller, Function<Thing, Outcome<T>> work) {
    return found
        .filter(thing -> thing.isVisibleTo(Standing.of(caller)))
        .map(
            thing ->
                thing
                    .refusalFor(caller)
                    .<Outcome<T>>map(Outcome::refused)
                    .orElseGet(() -> work.apply(thing)))
        .orElse(Outcome.refused(NOT_FOUND));
  }

  private Outcome<SharedThing> replace(
      Tx tx, Actor actor, Identity caller, Thing thing, SharingChange wanted) {
    return draft(tx, caller, thing, wanted)
        .map(
            row -> {
              SharedThing before = view(tx, thing.row());
              tx.resources().put(row);
              SharedThing after = view(tx, Optional.of(row));
              if (!after.equals(before)) {
                record(tx, actor, thing.resource(), before, after);
              }
              return after;
            });
  }

  private static Outcome<ResourceRow> draft(
      Tx tx, Identity caller, Thing thing, SharingChange wanted) {
    Grantees users = Grantees.users(wanted.users());
    Grantees groups = Grantees.groups(wanted.groups());
    Map<String, String> userIds = users.idsBy(tx.resources()::users);
    Map<String, String> groupIds = groups.idsBy(tx.resources()::groups);
    Optional<Refusal> fault =
        faultOfOpen(thing, wanted)
            .or(() -> users.fault(thing.type(), userIds))
            .or(() -> groups.fault(thing.type(), groupIds));
    return fault
        .<Outcome<Optional<String>>>map(Outcome::refused)
        .orElseGet(() -> creator(tx, caller, thing, wanted))
        .map(
            creator ->
                new ResourceRow(
                    thing.resource().type(),
                    thing.resource().id(),
                    creator.orElse(null),
                    wanted.open(),
                    users.levels(userIds),
                    groups.levels(groupIds)));
  }

  private static Optional<Refusal> faultOfOpen(Thing thing, SharingChange wanted) {
    return wanted.open() && !thing.type().canBePublic()
        ? Optional.of(Refusal.invalid("public", "A " + thing.type().name() + " cannot be public."))
        : Optional.empty();
  }

  /** The creator from now on: the same, unless an administrator names another one. */
  private static Outcome<Optional<String>> creator(
      Tx tx, Identity caller, Thing thing, SharingChange wanted) {
    String present = thing.row().flatMap(row -> Registry.creator(tx, row)).orElse(null);
    String name = wanted.creator().apply(present);
    if (Objects.equals(canonical(name), canonical(present))) {
      return Outcome.done(thing.row().map(ResourceRow::creator));
    }
    if (!caller.isAdmin()) {
      return Outcome.refused(NOT_YOURS);
    }
    if (name == null) {
      return Outcome.done(Optional.empty());
    }
    String id = tx.resources().users(Set.of(canonical(name))).get(canonical(name));
    return id == null
        ? Outcome.refused(Refusal.invalid("creator", "There is no user of this name."))
        : Outcome.done(Optional.of(id));
  }

  private static SharedThing view(Tx tx, Optional<ResourceRow> row) {
    return row.map(
            one ->
                new SharedThing(
                    Registry.creator(tx, one),
                    one.open(),
                    named(one.users(), tx.resources().userNames(one.users().keySet())),
                    named(one.groups(), tx.resources().groupNames(one.groups().keySet()))))
        .orElse(SharedThing.WITH_NOBODY);
  }

  private static List<Share> named(Map<String, String> levels, Map<String, String> names) {
    return names.entrySet().stream()
        .map(name -> new Share(name.getValue(), levels.get(name.getKey())))
        .sorted(Comparator.comparing(share -> share.name().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private void record(
      Tx tx, Actor actor, ResourceRef resource, SharedThing before, SharedThing after) {
    Details details =
        Details.of("type", resource.type())
            .with("id", resource.id())
            .change("creator", before.creator().orElse(""), after.creator().orElse(""))
            .change("public", before.open(), after.open())
            .change("users", texts(before.users()), texts(after.users()))
            .change("groups", texts(before.groups()), texts(after.groups()));
    audit.record(
        tx,
        actor,
        Action.PERMISSION_CHANGED,
        Subject.named(resource.type() + " " + resource.id()),
        details);
  }

  private static List<String> texts(List<Share> shares) {
    Stream<String> texts = shares.stream().map(share -> share.name() + ": " + share.level());
    return texts.toList();
  }

  private static String canonical(String name) {
    return name == null ? null : Canonical.of(name);
  }
}
