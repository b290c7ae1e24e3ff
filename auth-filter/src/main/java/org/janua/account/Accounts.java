package org.janua.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.janua.access.Rights;
import org.janua.jpa.Database;
import org.janua.jpa.Ids;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.PasswordHashing;
import org.janua.session.SessionBook;

/**
 * The accounts of this application, as an administrator sees and changes them. A change holds from
 * the user's next request on this node. Thread-safe; throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Accounts {

  private final Database database;
  private final SessionBook sessions;
  private final PasswordHashing hashing;
  private final PasswordRules rules;
  private final Rights rights;
  private final InstantSource clock;

  /** Builds the use cases; nothing is read yet. */
  public Accounts(
      Database database,
      SessionBook sessions,
      PasswordHashing hashing,
      PasswordRules rules,
      Rights rights,
      InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.hashing = hashing;
    this.rules = rules;
    this.rights = rights;
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
    return database.write(tx -> add(tx, row));
  }

  /** Deletes an account with its sessions. */
  public Outcome<UserRow> remove(String name) {
    return changing(
        name,
        (tx, user) -> {
          tx.users().remove(user.id());
          return user;
        },
        false);
  }

  /** Gives an account another role. */
  public Outcome<UserRow> setRole(String name, String role) {
    if (!rights.isRole(role)) {
      return Outcome.refused(unknownRole(role));
    }
    return changing(
        name,
        (tx, user) -> {
          tx.users().setRole(user.id(), role);
          return tx.users().byId(user.id()).orElseThrow();
        },
        role.equals(Rights.ADMIN));
  }

  /** Changes what is shown of a person. */
  public Outcome<UserRow> setProfile(String accountId, Profile profile) {
    Optional<Refusal> fault = profile.check();
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    Outcome<UserRow> outcome = database.write(tx -> withProfile(tx, accountId, profile));
    outcome.ifDone(user -> sessions.forget(user.id()));
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
    Optional<Refusal> ofRole =
        rights.isRole(user.role()) ? Optional.empty() : Optional.of(unknownRole(user.role()));
    return Stream.of(ofName, ofRole, user.password().flatMap(rules::check), user.profile().check())
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

  private static Outcome<UserRow> add(Tx tx, UserRow row) {
    if (tx.users().byName(row.canonical()).isPresent()) {
      return Outcome.refused(new Refusal(Refusal.Kind.CONFLICT, "username", "This name is taken."));
    }
    tx.users().add(row);
    return Outcome.done(row);
  }

  /**
   * Runs a change that may take an administrator away, so that one remains (in one transaction).
   */
  private Outcome<UserRow> changing(
      String name, BiFunction<Tx, UserRow, UserRow> change, boolean staysAdmin) {
    Optional<Username> good = Username.parse(name);
    if (good.isEmpty()) {
      return Outcome.refused(Refusal.NO_SUCH_USER);
    }
    Outcome<UserRow> outcome = database.write(tx -> guarded(tx, good.get(), change, staysAdmin));
    outcome.ifDone(user -> sessions.forget(user.id()));
    return outcome;
  }

  private static Outcome<UserRow> guarded(
      Tx tx, Username name, BiFunction<Tx, UserRow, UserRow> change, boolean staysAdmin) {
    tx.users().lockAdministration();
    Optional<UserRow> user = tx.users().byName(name.canonical());
    if (user.isEmpty()) {
      return Outcome.refused(Refusal.NO_SUCH_USER);
    }
    return !staysAdmin && isLastAdmin(tx, user.get())
        ? Outcome.refused(Refusal.LAST_ADMIN)
        : Outcome.done(change.apply(tx, user.get()));
  }

  private static boolean isLastAdmin(Tx tx, UserRow user) {
    boolean signsIn = user.active() && user.password() != null;
    return signsIn && user.role().equals(Rights.ADMIN) && tx.users().activeAdmins() == 1;
  }

  private static Refusal badName() {
    return Refusal.invalid(
        "username", "Must be 1 to 255 letters of one script, digits or any of . _ - @ +");
  }

  private static Refusal unknownRole(String role) {
    return Refusal.invalid("role", "There is no role '" + role + "'.");
  }
}
