package org.janua.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.janua.access.Actor;
import org.janua.access.Group;
import org.janua.api.event.Action;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.Database;
import org.janua.jpa.GroupRef;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.memory.Changes;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.session.Endings;
import org.janua.session.Endings.Reason;
import org.janua.throttle.Throttle;

/**
 * The accounts of this application, as an administrator sees and changes them. A change holds from
 * the user's next request on this node. Thread-safe; throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Accounts {

  private final Database database;
  private final Administration administration;
  private final Changes changes;
  private final Throttle throttle;
  private final Audit audit;
  private final Records records;
  private final Endings endings;
  private final NewAccounts newAccounts;

  /** Builds the use cases; nothing is read yet. */
  public Accounts(
      Database database,
      Administration administration,
      Changes changes,
      PasswordHashing hashing,
      PasswordRules rules,
      Throttle throttle,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.administration = administration;
    this.changes = changes;
    this.throttle = throttle;
    this.audit = audit;
    this.records = new Records(audit);
    this.endings = new Endings(audit);
    this.newAccounts = new NewAccounts(database, administration, hashing, rules, records, clock);
  }

  /**
   * A page of accounts in the order of their canonical names; see {@link org.janua.jpa.Users#page}.
   */
  public List<UserRow> page(String query, String after, int limit) {
    return database.read(tx -> tx.users().page(query, after, limit));
  }

  /** The account of this name, in any case. */
  public Optional<UserRow> find(String name) {
    return Username.parse(name)
        .flatMap(good -> database.read(tx -> tx.users().byName(good.canonical())));
  }

  /** The account of this id. */
  public Optional<UserRow> byId(String accountId) {
    return database.read(tx -> tx.users().byId(accountId));
  }

  /** The same accounts, in the same order, with the groups and keys of each. */
  public List<AccountView> views(List<UserRow> users) {
    List<String> ids = users.stream().map(UserRow::id).toList();
    return database.read(
        tx -> {
          Map<String, List<GroupRef>> groups = tx.groups().ofUsers(ids);
          Map<String, Set<String>> keys = tx.users().permissions(ids);
          return users.stream()
              .map(
                  user ->
                      new AccountView(
                          user,
                          groups(groups.getOrDefault(user.id(), List.of())),
                          administration.declared(keys.getOrDefault(user.id(), Set.of()))))
              .toList();
        });
  }

  private static List<Group> groups(List<GroupRef> members) {
    return Group.withEveryone(
        members.stream().map(group -> new Group(group.id(), group.name())).toList());
  }

  /** Makes an account. */
  public Outcome<UserRow> create(Actor actor, NewUser user) {
    return newAccounts.create(actor, user);
  }

  /** Deletes an account with its sessions. */
  public Outcome<UserRow> remove(Actor actor, String name) {
    return changing(
        name,
        (tx, user) -> {
          endings.all(tx, actor, Subject.of(user), Reason.DELETED);
          records.keysEnd(tx, actor, user, Reason.DELETED);
          records.deleted(tx, actor, user);
          tx.users().remove(user.id());
          return Outcome.done(user);
        });
  }

  /** Gives an account another role. */
  public Outcome<UserRow> setRole(Actor actor, String name, String role) {
    return change(actor, name, UserChange.ofRole(role));
  }

  /** Changes an account; whoever becomes inactive loses every session and key at once. */
  public Outcome<UserRow> change(Actor actor, String name, UserChange change) {
    return changing(
        name,
        (tx, user) ->
            faultOf(tx, user, change)
                .<Outcome<UserRow>>map(Outcome::refused)
                .orElseGet(() -> apply(tx, actor, user, change)));
  }

  /** Ends the lock of an account, and forgets what failed on it. */
  public Outcome<UserRow> unlock(Actor actor, String name) {
    return find(name)
        .map(
            user ->
                database.write(
                    tx -> {
                      throttle.forget(tx, user.canonical());
                      audit.record(tx, actor, Action.UNLOCKED, Subject.of(user), Details.NONE);
                      return Outcome.done(user);
                    }))
        .orElse(Outcome.refused(Refusal.NO_SUCH_USER));
  }

  /** Changes what is shown of a person. */
  public Outcome<UserRow> setProfile(Actor actor, String accountId, Profile profile) {
    Optional<Refusal> fault = profile.check();
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    Outcome<UserRow> outcome = database.write(tx -> withProfile(tx, actor, accountId, profile));
    outcome.ifDone(user -> changes.ofAccount(user.id()));
    return outcome;
  }

  private Outcome<UserRow> withProfile(Tx tx, Actor actor, String accountId, Profile profile) {
    return tx.users()
        .locked(accountId)
        .map(
            before -> {
              tx.users()
                  .setProfile(
                      accountId, profile.displayName(), profile.email(), profile.avatarUrl());
              UserRow after = tx.users().byId(accountId).orElseThrow();
              records.changed(tx, actor, before, after);
              return Outcome.done(after);
            })
        .orElse(Outcome.refused(Refusal.NO_SUCH_USER));
  }

  private Optional<Refusal> faultOf(Tx tx, UserRow user, UserChange change) {
    return change
        .role()
        .flatMap(role -> Roles.unknown(tx, role))
        .or(() -> change.permissions().flatMap(administration::faultOf))
        .or(() -> change.changesProfile(user) ? change.profile(user).check() : Optional.empty());
  }

  private Outcome<UserRow> apply(Tx tx, Actor actor, UserRow user, UserChange change) {
    if (change.changesProfile(user)) {
      Profile shown = change.profile(user);
      tx.users().setProfile(user.id(), shown.displayName(), shown.email(), shown.avatarUrl());
    }
    if (change.changesRole(user)) {
      tx.users().setRole(user.id(), change.role().orElseThrow());
    }
    change.permissions().ifPresent(keys -> setPermissions(tx, actor, user, keys));
    if (change.changesStatus(user)) {
      tx.users().setActive(user.id(), change.active().orElseThrow());
      endings.all(tx, actor, Subject.of(user), Reason.INACTIVE); // none of one that was inactive
      records.keysEnd(tx, actor, user, Reason.INACTIVE);
      tx.apiKeys().endAll(user.id());
    }
    UserRow changed = tx.users().byId(user.id()).orElseThrow();
    records.changed(tx, actor, user, changed);
    return Outcome.done(changed);
  }

  private void setPermissions(Tx tx, Actor actor, UserRow user, Set<String> keys) {
    Map<String, Set<String>> before = tx.users().permissions(List.of(user.id()));
    tx.users().setPermissions(user.id(), keys);
    records.permissions(tx, actor, user, before.getOrDefault(user.id(), Set.of()), keys);
  }

  private Outcome<UserRow> changing(String name, BiFunction<Tx, UserRow, Outcome<UserRow>> change) {
    Optional<Username> good = Username.parse(name);
    if (good.isEmpty()) {
      return Outcome.refused(Refusal.NO_SUCH_USER);
    }
    Outcome<UserRow> outcome =
        administration.change(
            tx ->
                tx.users()
                    .byName(good.get().canonical())
                    .flatMap(user -> tx.users().locked(user.id())) // who signs in locks it too
                    .map(user -> change.apply(tx, user))
                    .orElse(Outcome.refused(Refusal.NO_SUCH_USER)));
    outcome.ifDone(user -> changes.ofAccount(user.id()));
    return outcome;
  }
}
