package org.janua.apikey;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.janua.access.Actor;
import org.janua.account.Outcome;
import org.janua.account.Refusal;
import org.janua.account.Refusal.Kind;
import org.janua.api.event.Action;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.entitlement.Entitlements;
import org.janua.jpa.ApiKeyRow;
import org.janua.jpa.Database;
import org.janua.jpa.Ids;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.memory.Changes;
import org.janua.text.Line;

/**
 * The API keys of each account, as their owner or an administrator sees and changes them. A change
 * holds from the next request on this node. Thread-safe; throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class ApiKeys {

  private static final int MOST = 50;
  private static final int LONGEST = 255;
  private static final Refusal NO_SUCH_KEY =
      new Refusal(Kind.NOT_FOUND, "", "There is no such key.");
  private static final Refusal NO_SUCH_OWNER =
      new Refusal(Kind.NOT_FOUND, "", "There is no such active account.");
  private static final Refusal TOO_MANY =
      new Refusal(Kind.CONFLICT, "", "There are " + MOST + " keys already; end one first.");
  private static final Refusal EXPIRED =
      new Refusal(Kind.CONFLICT, "", "This key has expired; make a new one.");

  private final Database database;
  private final Entitlements entitlements;
  private final Changes changes;
  private final Audit audit;
  private final InstantSource clock;

  /** Builds the use cases; nothing is read yet. */
  public ApiKeys(
      Database database,
      Entitlements entitlements,
      Changes changes,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.entitlements = entitlements;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /** The keys of an account, expired ones too, newest first. */
  public List<ApiKeyRow> of(String accountId) {
    return database.read(tx -> tx.apiKeys().ofUser(accountId));
  }

  /** Makes a key for an account, with permissions that it holds now. */
  public Outcome<Issued> create(Actor actor, String accountId, NewKey wanted) {
    Optional<Refusal> fault = faultOf(wanted);
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    KeyText key = KeyText.random();
    ApiKeyRow row = row(accountId, wanted, key);
    return changing(accountId, (tx, user) -> add(tx, actor, user, new Issued(row, key)));
  }

  /** Puts a new key in the place of one that is alive; all else stays, and the old one is dead. */
  public Outcome<Issued> rotate(Actor actor, String accountId, String id) {
    KeyText key = KeyText.random();
    return changing(
        accountId,
        (tx, user) ->
            tx.apiKeys()
                .find(id, accountId)
                .map(row -> replace(tx, actor, user, new Issued(row.withHash(key.digest()), key)))
                .orElse(Outcome.refused(NO_SUCH_KEY)));
  }

  /** Ends a key. */
  public Outcome<ApiKeyRow> revoke(Actor actor, String accountId, String id) {
    return changing(
        accountId,
        (tx, user) ->
            tx.apiKeys()
                .find(id, accountId)
                .map(key -> end(tx, actor, user, key))
                .orElse(Outcome.refused(NO_SUCH_KEY)));
  }

  /** Ends every key of an account. */
  public void revokeAll(Actor actor, String accountId) {
    changing(
        accountId,
        (tx, user) -> {
          tx.apiKeys().ofUser(accountId).forEach(key -> end(tx, actor, user, key));
          return Outcome.done(user);
        });
  }

  private Outcome<Issued> add(Tx tx, Actor actor, UserRow user, Issued key) {
    Set<String> lacking = new TreeSet<>(key.row().permissions().orElse(Set.of()));
    lacking.removeAll(entitlements.of(tx, user).permissions());
    if (!lacking.isEmpty()) {
      return Outcome.refused(
          Refusal.invalid("permissions", "You do not hold " + String.join(", ", lacking) + "."));
    }
    if (tx.apiKeys().count(user.id()) >= MOST) {
      return Outcome.refused(TOO_MANY);
    }
    tx.apiKeys().add(key.row());
    audit.record(tx, actor, Action.API_KEY_CREATED, Subject.of(user), created(key.row()));
    return Outcome.done(key);
  }

  private Outcome<Issued> replace(Tx tx, Actor actor, UserRow user, Issued key) {
    ApiKeyRow row = key.row();
    if (row.expiresAt().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
      return Outcome.refused(EXPIRED);
    }
    tx.apiKeys().replace(row.id(), row.userId(), row.keyHash());
    Details replaced = named(row).with("replaced", true);
    audit.record(tx, actor, Action.API_KEY_REVOKED, Subject.of(user), replaced);
    audit.record(tx, actor, Action.API_KEY_CREATED, Subject.of(user), created(row));
    return Outcome.done(key);
  }

  private Outcome<ApiKeyRow> end(Tx tx, Actor actor, UserRow user, ApiKeyRow key) {
    tx.apiKeys().end(key.id(), user.id());
    audit.record(tx, actor, Action.API_KEY_REVOKED, Subject.of(user), named(key));
    return Outcome.done(key);
  }

  private static Details named(ApiKeyRow key) {
    return Details.of("key", key.id()).with("description", key.description());
  }

  private static Details created(ApiKeyRow key) {
    Details details =
        key.permissions()
            .map(chosen -> named(key).with("permissions", chosen))
            .orElseGet(() -> named(key));
    return key.expiresAt().map(end -> details.with("expires_at", end)).orElse(details);
  }

  /** The account is locked first: it may be made inactive at the same moment. */
  private <T> Outcome<T> changing(String accountId, BiFunction<Tx, UserRow, Outcome<T>> change) {
    Outcome<T> outcome =
        database.write(
            tx ->
                tx.users()
                    .locked(accountId)
                    .filter(UserRow::active)
                    .map(user -> change.apply(tx, user))
                    .orElse(Outcome.refused(NO_SUCH_OWNER)));
    outcome.ifDone(done -> changes.ofAccount(accountId));
    return outcome;
  }

  private Optional<Refusal> faultOf(NewKey wanted) {
    if (!isLine(wanted.description())) {
      return Optional.of(
          Refusal.invalid("description", "Must be 1 to 255 characters on one line."));
    }
    if (wanted.expiresAt().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
      return Optional.of(Refusal.invalid("expires_at", "Must be in the future."));
    }
    return wanted
        .permissions()
        .filter(Set::isEmpty)
        .map(
            none ->
                Refusal.invalid(
                    "permissions",
                    "Must name at least one; leave it out for a key that may do what you may."));
  }

  private static boolean isLine(String text) {
    return !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST && Line.is(text);
  }

  private ApiKeyRow row(String accountId, NewKey wanted, KeyText key) {
    return new ApiKeyRow(
        Ids.next(clock),
        key.digest(),
        accountId,
        wanted.description(),
        wanted.permissions(),
        now(),
        wanted.expiresAt().map(end -> end.truncatedTo(ChronoUnit.MILLIS)),
        Optional.empty());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS); // what every database keeps
  }
}
