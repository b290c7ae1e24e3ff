package org.janua.account;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.janua.access.Actor;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.ApiKeyRow;
import org.janua.jpa.RoleRow;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.session.Endings.Reason;

/**
 * Writes down what is changed of accounts and roles, from what to what, in the unit of work that
 * changes it. Nothing is written where nothing was changed.
 *
 * @param audit where it is written
 */
record Records(Audit audit) {

  void created(Tx tx, Actor actor, UserRow user, Set<String> groups) {
    Details details = Details.of("role", user.role());
    details = user.email() == null ? details : details.with("email", user.email());
    details = groups.isEmpty() ? details : details.with("groups", new TreeSet<>(groups));
    audit.record(tx, actor, Action.USER_CREATED, Subject.of(user), details);
  }

  void deleted(Tx tx, Actor actor, UserRow user) {
    Details details = Details.of("role", user.role());
    audit.record(tx, actor, Action.USER_DELETED, Subject.of(user), details);
  }

  /** The API keys that end with an account, one entry each; to be called while they are there. */
  void keysEnd(Tx tx, Actor actor, UserRow user, Reason reason) {
    for (ApiKeyRow key : tx.apiKeys().ofUser(user.id())) {
      Details details =
          Details.of("key", key.id()).with("description", key.description()).with("reason", reason);
      audit.record(tx, actor, Action.API_KEY_REVOKED, Subject.of(user), details);
    }
  }

  /** What became of an account, its role and its keys aside. */
  void changed(Tx tx, Actor actor, UserRow before, UserRow after) {
    Details details =
        Details.NONE
            .change("display_name", before.displayName(), after.displayName())
            .change("email", before.email(), after.email())
            .change("avatar_url", before.avatarUrl(), after.avatarUrl())
            .change("status", status(before), status(after));
    record(tx, actor, Action.USER_CHANGED, Subject.of(after), details);
    record(
        tx,
        actor,
        Action.ROLE_CHANGED,
        Subject.of(after),
        Details.NONE.change("role", before.role(), after.role()));
  }

  void permissions(Tx tx, Actor actor, UserRow user, Set<String> before, Set<String> after) {
    Details details =
        Details.NONE.change("permissions", new TreeSet<>(before), new TreeSet<>(after));
    record(tx, actor, Action.PERMISSION_CHANGED, Subject.of(user), details);
  }

  /** What a role may read; nothing before it was made. */
  void role(
      Tx tx,
      Actor actor,
      String name,
      Map<String, Set<String>> before,
      Map<String, Set<String>> after) {
    if (!before.equals(after)) {
      String change = before.isEmpty() ? "created" : "replaced";
      role(tx, actor, name, Details.of("change", change).change("resources", before, after));
    }
  }

  /** A role that is gone, and who was made a viewer by that. */
  void roleDeleted(Tx tx, Actor actor, RoleRow role, List<String> moved) {
    Details details =
        Details.of("change", "deleted").change("resources", role.resources(), Map.of());
    role(tx, actor, role.name(), moved.isEmpty() ? details : details.with("moved", moved));
  }

  private void role(Tx tx, Actor actor, String name, Details details) {
    audit.record(tx, actor, Action.ROLE_CHANGED, Subject.named(name), details);
  }

  private void record(Tx tx, Actor actor, Action action, Party subject, Details details) {
    if (!details.values().isEmpty()) {
      audit.record(tx, actor, action, subject, details);
    }
  }

  private static String status(UserRow user) {
    return user.active() ? "active" : "inactive";
  }
}
