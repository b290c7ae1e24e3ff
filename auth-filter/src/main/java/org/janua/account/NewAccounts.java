package org.janua.account;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.janua.access.Actor;
import org.janua.jpa.Database;
import org.janua.jpa.Ids;
import org.janua.jpa.MemberRow.Origin;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.provider.credentials.PasswordHashing;

/** Making accounts: everything about one is looked at before its password is hashed. */
final class NewAccounts {

  private static final Refusal BAD_NAME =
      Refusal.invalid(
          "username", "Must be 1 to 255 letters of one script, digits or any of . _ - @ +");
  private static final Refusal NAME_TAKEN =
      new Refusal(Refusal.Kind.CONFLICT, "username", "This name is taken.");

  private final Database database;
  private final Administration administration;
  private final PasswordHashing hashing;
  private final PasswordRules rules;
  private final Records records;
  private final InstantSource clock;

  NewAccounts(
      Database database,
      Administration administration,
      PasswordHashing hashing,
      PasswordRules rules,
      Records records,
      InstantSource clock) {
    this.database = database;
    this.administration = administration;
    this.hashing = hashing;
    this.rules = rules;
    this.records = records;
    this.clock = clock;
  }

  Outcome<UserRow> create(Actor actor, NewUser user) {
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
    return administration.change(tx -> add(tx, actor, row, user.groups()));
  }

  private Optional<Refusal> faultOf(NewUser user, Optional<Username> name) {
    Optional<Refusal> ofName = name.isPresent() ? Optional.empty() : Optional.of(BAD_NAME);
    Optional<Refusal> ofRole = database.read(tx -> Roles.unknown(tx, user.role())); // before a hash
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
  private Outcome<UserRow> add(Tx tx, Actor actor, UserRow row, Set<String> groups) {
    Optional<Refusal> fault = Roles.unknown(tx, row.role()).or(() -> faultOfGroups(tx, groups));
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    if (tx.users().byName(row.canonical()).isPresent()) {
      return Outcome.refused(NAME_TAKEN);
    }
    tx.users().add(row);
    groups.stream()
        .flatMap(name -> Groups.find(tx, name).stream())
        .filter(group -> !group.isEveryone()) // whoever is there is in it
        .forEach(group -> tx.groups().addMember(group.id(), row.id(), Origin.MANUAL));
    records.created(tx, actor, row, groups);
    return Outcome.done(row);
  }

  private static Optional<Refusal> faultOfGroups(Tx tx, Set<String> names) {
    return names.stream()
        .filter(name -> Groups.find(tx, name).isEmpty())
        .findFirst()
        .map(name -> Refusal.invalid("groups", "There is no group '" + name + "'."));
  }
}
