package org.janua.account;

import java.util.Optional;
import java.util.Set;
import org.janua.access.Actor;
import org.janua.api.event.Action;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.GroupRow;
import org.janua.jpa.MemberRow.Origin;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.memory.Changes;

/**
 * Who is in which group by an administrator's word. A change holds from the next request of the
 * account on this node. Thread-safe; throws {@link org.janua.jpa.DatabaseUnavailable} when the
 * database cannot answer.
 */
public final class Memberships {

  private static final Refusal NO_SUCH_MEMBER =
      new Refusal(Refusal.Kind.NOT_FOUND, "", "This user is not in the group.");
  private static final Refusal SAID_ELSEWHERE =
      new Refusal(
          Refusal.Kind.CONFLICT, "", "This membership was not given here and has to end there.");

  private final Administration administration;
  private final Changes changes;
  private final Audit audit;

  /** Builds the use cases; nothing is read yet. */
  public Memberships(Administration administration, Changes changes, Audit audit) {
    this.administration = administration;
    this.changes = changes;
    this.audit = audit;
  }

  /** Puts an account into a group; fine when it is there already. */
  public Outcome<UserRow> add(Actor actor, String group, String username) {
    return changing(
        group,
        username,
        (tx, into, user) -> {
          if (tx.groups().addMember(into.id(), user.id(), Origin.MANUAL)) {
            record(tx, actor, into, user, "member_added");
          }
          return Optional.empty();
        });
  }

  /** Takes an account out of a group, unless somebody else says that it is in it. */
  public Outcome<UserRow> remove(Actor actor, String group, String username) {
    return changing(
        group,
        username,
        (tx, from, user) -> {
          if (tx.groups().removeMember(from.id(), user.id(), Origin.MANUAL)) {
            record(tx, actor, from, user, "member_removed");
            return Optional.empty();
          }
          Set<Origin> others = tx.groups().origins(from.id(), user.id());
          return Optional.of(others.isEmpty() ? NO_SUCH_MEMBER : SAID_ELSEWHERE);
        });
  }

  /** A change of one membership; answers why not, if not. */
  private interface Change {
    Optional<Refusal> apply(Tx tx, GroupRow group, UserRow user);
  }

  private Outcome<UserRow> changing(String group, String username, Change change) {
    Outcome<UserRow> outcome = administration.change(tx -> applied(tx, group, username, change));
    outcome.ifDone(user -> changes.ofAccount(user.id()));
    return outcome;
  }

  private static Outcome<UserRow> applied(Tx tx, String group, String username, Change change) {
    Optional<GroupRow> found = Groups.find(tx, group);
    if (found.isEmpty()) {
      return Outcome.refused(Groups.NO_SUCH_GROUP);
    }
    if (found.get().isEveryone()) {
      return Outcome.refused(Groups.EVERYBODY_IS_IN);
    }
    return Username.parse(username)
        .flatMap(good -> tx.users().byName(good.canonical()))
        .map(
            user ->
                change
                    .apply(tx, found.get(), user)
                    .<Outcome<UserRow>>map(Outcome::refused)
                    .orElse(Outcome.done(user)))
        .orElse(Outcome.refused(Refusal.NO_SUCH_USER));
  }

  /** It was done to the account: that is under whose name it is looked for. */
  private void record(Tx tx, Actor actor, GroupRow group, UserRow user, String change) {
    audit.record(
        tx,
        actor,
        Action.GROUP_CHANGED,
        Subject.of(user),
        Details.of("change", change).with("group", group.name()));
  }
}
