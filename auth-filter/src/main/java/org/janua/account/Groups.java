package org.janua.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.janua.access.Actor;
import org.janua.api.event.Action;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.Database;
import org.janua.jpa.GroupRow;
import org.janua.jpa.Ids;
import org.janua.jpa.MemberRow;
import org.janua.jpa.Tx;
import org.janua.memory.Changes;

/**
 * The groups of this application, as an administrator sees and changes them. {@code everyone} is
 * always there: it can be described and given keys, nothing else. A change holds from the next
 * request of every member on this node. Thread-safe; throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Groups {

  static final Refusal NO_SUCH_GROUP =
      new Refusal(Refusal.Kind.NOT_FOUND, "", "There is no such group.");
  static final Refusal EVERYBODY_IS_IN =
      new Refusal(Refusal.Kind.CONFLICT, "", "This group is always there, and everybody is in it.");
  private static final Refusal TAKEN =
      new Refusal(Refusal.Kind.CONFLICT, "name", "This name is taken.");
  private static final Refusal BAD_NAME =
      Refusal.invalid(
          "name",
          "Must be 1 to 64 characters on one line, without a blank at either end and any of / \\ ; #");

  private final Database database;
  private final Administration administration;
  private final Changes changes;
  private final Audit audit;
  private final InstantSource clock;

  /** Builds the use cases; nothing is read yet. */
  public Groups(
      Database database,
      Administration administration,
      Changes changes,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.administration = administration;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * A page of groups by name, without regard to case.
   *
   * @param after the canonical name of the last one of the page before, or {@code null}
   */
  public List<GroupSummary> page(String after, int limit) {
    return database.read(
        tx -> {
          List<GroupRow> groups = tx.groups().page(after, limit);
          Map<String, Long> members =
              tx.groups().countMembers(groups.stream().map(GroupRow::id).toList());
          return groups.stream()
              .map(group -> summary(group, members.getOrDefault(group.id(), 0L)))
              .toList();
        });
  }

  /** The group of this name, in any case. */
  public Optional<GroupView> find(String name) {
    return database.read(tx -> find(tx, name).map(group -> view(tx, group)));
  }

  /** Makes a group. */
  public Outcome<GroupView> create(Actor actor, String name, Optional<String> description) {
    return GroupName.parse(name)
        .map(good -> create(actor, good, description.filter(text -> !text.isEmpty())))
        .orElse(Outcome.refused(BAD_NAME));
  }

  private Outcome<GroupView> create(Actor actor, GroupName name, Optional<String> description) {
    GroupRow row =
        new GroupRow(
            Ids.next(clock), name.typed(), name.canonical(), description.orElse(null), Set.of());
    return administration.change(
        tx -> {
          Optional<Refusal> fault = faultOf(tx, row);
          if (fault.isPresent()) {
            return Outcome.refused(fault.get());
          }
          tx.groups().add(row);
          record(tx, actor, row, Details.of("change", "made"));
          return Outcome.done(view(tx, row));
        });
  }

  /** Renames and describes a group; its members keep what they have by it. */
  public Outcome<GroupView> change(Actor actor, String name, GroupChange change) {
    return forAll(name, (tx, group) -> change(tx, actor, group, change));
  }

  private Outcome<GroupView> change(Tx tx, Actor actor, GroupRow group, GroupChange change) {
    Optional<GroupName> wanted = GroupName.parse(change.name().orElse(group.name()));
    if (wanted.isEmpty()) {
      return Outcome.refused(BAD_NAME);
    }
    GroupRow changed =
        new GroupRow(
            group.id(),
            wanted.get().typed(),
            wanted.get().canonical(),
            change.description().apply(group.description()),
            group.permissions());
    if (group.isEveryone() && !changed.name().equals(group.name())) {
      return Outcome.refused(EVERYBODY_IS_IN);
    }
    Optional<Refusal> fault = faultOf(tx, changed);
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    tx.groups().describe(changed);
    Details difference = difference(group, changed);
    if (!difference.values().isEmpty()) {
      record(tx, actor, changed, difference);
    }
    return Outcome.done(view(tx, changed));
  }

  /** Replaces the keys of a group, which all its members have. */
  public Outcome<GroupView> setPermissions(Actor actor, String name, Set<String> keys) {
    Optional<Refusal> fault = administration.faultOf(keys);
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    return forAll(
        name,
        (tx, group) -> {
          tx.groups().setPermissions(group.id(), keys);
          Details details =
              Details.NONE.change("permissions", group.permissions(), new TreeSet<>(keys));
          if (!details.values().isEmpty()) {
            audit.record(
                tx,
                actor,
                Action.PERMISSION_CHANGED,
                Subject.of(group.id(), group.name()),
                details);
          }
          return Outcome.done(find(tx, group.name()).map(now -> view(tx, now)).orElseThrow());
        });
  }

  /** Deletes a group; one that is made later with the same name is another one. */
  public Outcome<GroupRow> remove(Actor actor, String name) {
    return forAll(
        name,
        (tx, group) -> {
          if (group.isEveryone()) {
            return Outcome.refused(EVERYBODY_IS_IN);
          }
          Details details = deletion(tx, group);
          tx.groups().remove(group.id());
          record(tx, actor, group, details);
          return Outcome.done(group);
        });
  }

  /** The group of this name, in any case, as this unit of work sees it. */
  static Optional<GroupRow> find(Tx tx, String name) {
    return GroupName.parse(name).flatMap(good -> tx.groups().byName(good.canonical()));
  }

  /** A change that concerns everybody in a group. */
  private <T> Outcome<T> forAll(String name, BiFunction<Tx, GroupRow, Outcome<T>> change) {
    Outcome<T> outcome =
        administration.change(
            tx ->
                find(tx, name)
                    .map(group -> change.apply(tx, group))
                    .orElse(Outcome.refused(NO_SUCH_GROUP)));
    outcome.ifDone(done -> changes.ofAll());
    return outcome;
  }

  private void record(Tx tx, Actor actor, GroupRow group, Details details) {
    audit.record(tx, actor, Action.GROUP_CHANGED, Subject.of(group.id(), group.name()), details);
  }

  /** What goes with a group: who was in it, and the keys they had by it. */
  private static Details deletion(Tx tx, GroupRow group) {
    List<String> members =
        tx.groups().members(group.id()).stream().map(MemberRow::username).distinct().toList();
    return Details.of("change", "deleted")
        .with("permissions", group.permissions())
        .with("members", members);
  }

  private static Details difference(GroupRow before, GroupRow after) {
    return Details.NONE
        .change("name", before.name(), after.name())
        .change("description", before.description(), after.description());
  }

  private static Optional<Refusal> faultOf(Tx tx, GroupRow wanted) {
    if (wanted.description() != null && !Profile.isLine(wanted.description())) {
      return Optional.of(
          Refusal.invalid("description", "Must be at most 255 characters on one line."));
    }
    return tx.groups()
        .byName(wanted.canonical())
        .filter(present -> !present.id().equals(wanted.id()))
        .map(present -> TAKEN);
  }

  private GroupSummary summary(GroupRow group, long members) {
    return new GroupSummary(group, administration.declared(group.permissions()), members);
  }

  private GroupView view(Tx tx, GroupRow group) {
    return new GroupView(
        group, administration.declared(group.permissions()), tx.groups().members(group.id()));
  }
}
