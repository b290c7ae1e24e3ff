package org.janua.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.janua.access.Group;
import org.janua.access.Rights;
import org.janua.jpa.Database;
import org.janua.jpa.GroupRef;
import org.janua.jpa.Ids;
import org.janua.jpa.MemberRow.Origin;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.memory.Changes;
import org.janua.provider.credentials.PasswordHashing;

/**
 * The accounts of this application, as an administrator sees and changes them. A change holds from
 * the user's next request on this node. Thread-safe; throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Accounts {

  private final Database database;
  private final Administration administration;
  private final Changes changes;
  private final PasswordHashing hashing;
  private final PasswordRules rules;
  private final InstantSource clock;

  /** Builds the use cases; nothing is read yet. */
  public Accounts(
      Database database,
      Administration administration,
      Changes changes,
      PasswordHashing hashing,
      PasswordRules rules,
      InstantSource clock) {
    this.database = database;
    this.administration = administration;
    this.changes = changes;
    this.hashing = hashing;
    this.rules = rules;
    this.clock = clock;
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
  public Outcome<UserRow> create(NewUser user) {
    Optional<Username> name = Username.parse(user.username());
    Optional<Refusal> fault = faultOf(user, name);
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    Optional<PasswordHash> hash = user.password().flatMap(hashing::hash);
    if (user.password().isPresent() && hash.isEmpty()) {
      return Outcome.refused(Refusal.BUSY);
    }
    UserRow row = row(user, name.orElseThrow(), hash.orElse(null));
    return administration.change(tx -> add(tx, row, user.groups()));
  }

  /** Deletes an account with its sessions. */
  public Outcome<UserRow> remove(String name) {
    return changing(
        name,
        (tx, user) -> {
          tx.users().remove(user.id());
          return Outcome.done(user);
        });
  }

  /** Gives an account another role. */
  public Outcome<UserRow> setRole(String name, String role) {
    return change(name, UserChange.ofRole(role));
  }

  /** Changes an account; whoever becomes inactive loses every session and key at once. */
  public Outcome<UserRow> change(String name, UserChange change) {
    return changing(
        name,
        (tx, user) ->
            faultOf(tx, user, change)
                .<Outcome<UserRow>>map(Outcome::refused)
                .orElseGet(() -> apply(tx, user, change)));
  }

  /** Changes what is shown of a person. */
  public Outcome<UserRow> setProfile(String accountId, Profile profile) {
    Optional<Refusal> fault = profile.check();
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    Outcome<UserRow> outcome = database.write(tx -> withProfile(tx, accountId, profile));
    outcome.ifDone(user -> changes.ofAccount(user.id()));
    return outcome;
  }

  private static Outcome<UserRow> withProfile(Tx tx, String accountId, Profile profile) {
    tx.users().setProfile(accountId, profile.displayName(), profile.email(), profile.avatarUrl());
    return tx.users()
        .byId(accountId)
        .map(Outcome::done)
        .orElse(Outcome.refused(Refusal.NO_SUCH_USER));
  }

  private Optional<Refusal> faultOf(NewUser user, Optional<Username> name) {
    Optional<Refusal> ofName = name.isPresent() ? Optional.empty() : Optional.of(badName());
    Optional<Refusal> ofRole = database.read(tx -> faultOfRole(tx, user.role())); // before a hash
    Optional<Refusal> ofPassword =
        user.password().flatMap(p -> rules.check(p, user.username(), user.profile().email()));
    return Stream.of(ofName, ofRole, ofPassword, user.profile().check())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private UserRow row(NewUser user, Username name, PasswordHash hash) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // what every database keeps
    Profile shown = user.profile();
    return new UserRow(
        Ids.next(clock),
        name.typed(),
        name.canonical(),
        shown.displayName(),
        shown.email(),
        shown.avatarUrl(),
        user.role(),
        true,
        hash,
        now,
        hash == null ? null : now);
  }

  /** The role is looked at again: it may have been deleted during the hash. */
  private static Outcome<UserRow> add(Tx tx, UserRow row, Set<String> groups) {
    Optional<Refusal> fault = faultOfRole(tx, row.role()).or(() -> faultOfGroups(tx, groups));
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    if (tx.users().byName(row.canonical()).isPresent()) {
      return Outcome.refused(new Refusal(Refusal.Kind.CONFLICT, "username", "This name is taken."));
    }
    tx.users().add(row);
    groups.stream()
        .flatMap(name -> Groups.find(tx, name).stream())
        .filter(group -> !group.isEveryone()) // whoever is there is in it
        .forEach(group -> tx.groups().addMember(group.id(), row.id(), Origin.MANUAL));
    return Outcome.done(row);
  }

  private Optional<Refusal> faultOf(Tx tx, UserRow user, UserChange change) {
    return change
        .role()
        .flatMap(role -> faultOfRole(tx, role))
        .or(() -> change.permissions().flatMap(administration::faultOf))
        .or(() -> change.changesProfile(user) ? change.profile(user).check() : Optional.empty());
  }

  private static Outcome<UserRow> apply(Tx tx, UserRow user, UserChange change) {
    if (change.changesProfile(user)) {
      Profile shown = change.profile(user);
      tx.users().setProfile(user.id(), shown.displayName(), shown.email(), shown.avatarUrl());
    }
    if (change.changesRole(user)) {
      tx.users().setRole(user.id(), change.role().orElseThrow());
    }
    change.permissions().ifPresent(keys -> tx.users().setPermissions(user.id(), keys));
    if (change.changesStatus(user)) {
      tx.users().setActive(user.id(), change.active().orElseThrow());
      tx.sessions().endAll(user.id()); // there are none of an account that was inactive
      tx.apiKeys().endAll(user.id());
    }
    return Outcome.done(tx.users().byId(user.id()).orElseThrow());
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

  private static Optional<Refusal> faultOfGroups(Tx tx, Set<String> names) {
    return names.stream()
        .filter(name -> Groups.find(tx, name).isEmpty())
        .findFirst()
        .map(name -> Refusal.invalid("groups", "There is no group '" + name + "'."));
  }

  private static Optional<Refusal> faultOfRole(Tx tx, String role) {
    boolean known =
        role.equals(Rights.ADMIN)
            || role.equals(Rights.VIEWER)
            || tx.roles().byName(role).isPresent();
    return known
        ? Optional.empty()
        : Optional.of(Refusal.invalid("role", "There is no role '" + role + "'."));
  }

  private static Refusal badName() {
    return Refusal.invalid(
        "username", "Must be 1 to 255 letters of one script, digits or any of . _ - @ +");
  }
}
