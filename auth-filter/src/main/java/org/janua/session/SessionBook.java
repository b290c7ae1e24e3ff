package org.janua.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.access.Entitlement;
import org.janua.access.Identity;
import org.janua.config.SessionLimits;
import org.janua.entitlement.Entitlements;
import org.janua.jpa.Database;
import org.janua.jpa.Ids;
import org.janua.jpa.LiveSession;
import org.janua.jpa.SessionRow;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.memory.Changes;
import org.janua.memory.Recent;
import org.janua.token.Claims;
import org.janua.token.SessionKey;
import org.janua.token.Tokens;

/**
 * The sessions of this application. Thread-safe.
 *
 * <p>Looking a session up reads a snapshot at most {@link Recent#FRESH} old; whatever ends a
 * session or changes a user on this node drops the snapshot at once, so the change holds from the
 * next request here and within {@link Recent#FRESH} on other nodes. Every method throws {@link
 * org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class SessionBook {

  private static final Duration LAST_USE_STEP = Duration.ofMinutes(1);
  private static final int REMEMBERED = 20_000;
  private static final int SWEEP_BATCH = 500;

  private final Database database;
  private final Tokens tokens;
  private final Entitlements entitlements;
  private final SessionLengths lengths;
  private final int perUser;
  private final InstantSource clock;
  private final Changes changes;
  private final Recent<String, Snapshot> snapshots;

  /**
   * Wires it.
   *
   * @param nanos a monotonic clock in nanoseconds
   */
  public SessionBook(
      Database database,
      Tokens tokens,
      Entitlements entitlements,
      SessionLimits limits,
      Changes changes,
      InstantSource clock,
      LongSupplier nanos) {
    this.database = database;
    this.tokens = tokens;
    this.entitlements = entitlements;
    this.lengths = new SessionLengths(limits);
    this.perUser = limits.perUser();
    this.clock = clock;
    this.changes = changes;
    this.snapshots = Recent.of(changes, REMEMBERED, nanos, Snapshot::isOf);
  }

  /**
   * Opens a session inside the unit of work that established who the user is and holds the lock of
   * the account. Beyond so many of one user, those that were used least recently end; tell {@link
   * Changes} of it after the commit.
   */
  public Opened open(Tx tx, UserRow user, Client client, boolean remember, String provider) {
    Instant now = now();
    SessionKey key = SessionKey.random(); // ASVS 5.0 7.2.4: a new session at every sign-in
    Instant end = lengths.end(now);
    SessionRow row =
        new SessionRow(
            Ids.next(clock),
            key.digest(),
            user.id(),
            now,
            now,
            lengths.expiry(now, end, remember),
            end,
            client.address(),
            client.userAgent(),
            provider,
            remember);
    tx.sessions().add(row);
    tx.sessions().endLeastUsed(user.id(), perUser, now);
    return handOut(Snapshot.of(new LiveSession(row, user), entitlements.of(tx, user)), key);
  }

  /** The session a verified token belongs to; empty when it ended or its user is not active. */
  public Optional<Snapshot> find(Claims claims) {
    String digest = claims.session().digest();
    Instant now = clock.instant();
    return snapshots
        .get(digest)
        .filter(known -> known.isAliveFor(claims, now)) // another node may have prolonged it
        .or(
            () ->
                snapshots
                    .load(digest, () -> read(digest))
                    .filter(session -> session.isAliveFor(claims, now)));
  }

  /**
   * A new token for a session whose token is about to expire; empty when that is not due, or the
   * session may not live longer. Only the first of several parallel requests writes.
   */
  public Optional<Opened> refresh(Claims claims, Snapshot session) {
    Instant now = now();
    if (!lengths.isDue(now, claims.expiresAt(), session)) {
      return Optional.empty();
    }
    Optional<Snapshot> current =
        lengths.isDue(now, session.expiresAt(), session)
            ? prolong(claims, session, now)
            : Optional.of(session);
    return current
        .filter(fresh -> fresh.expiresAt().isAfter(claims.expiresAt()))
        .map(fresh -> handOut(fresh, claims.session()));
  }

  /** The live sessions of a user, newest first. */
  public List<SessionRow> of(String accountId) {
    return database.read(tx -> tx.sessions().ofUser(accountId, clock.instant()));
  }

  /** Ends one session of a user; {@code false} when there is no such session of that user. */
  public boolean end(String sessionId, String accountId) {
    Optional<String> ended = database.write(tx -> tx.sessions().end(sessionId, accountId));
    changes.ofAccount(accountId);
    return ended.isPresent();
  }

  /** Ends every session of a user. */
  public void endAll(Actor actor, String accountId) {
    database.write(
        tx -> {
          tx.users().locked(accountId); // before the sessions, as everywhere
          return tx.sessions().endAll(accountId);
        });
    changes.ofAccount(accountId);
  }

  /** Ends the session that carries a caller's request, if one does. */
  public void end(Identity caller) {
    caller.sessionId().ifPresent(id -> end(id, caller.accountId().orElseThrow()));
  }

  /** Ends every session of a caller but the one that carries the request. */
  public void endOthers(Identity caller) {
    if (caller.sessionId().isPresent()) {
      String kept = caller.sessionId().get();
      String account = caller.accountId().orElseThrow();
      database.write(tx -> tx.sessions().endOthers(account, kept));
      changes.ofAccount(account);
    }
  }

  /** Deletes expired rows in batches, so that no lock is held for long. */
  public void sweep() {
    int deleted;
    do {
      deleted = database.write(tx -> tx.sessions().sweep(clock.instant(), SWEEP_BATCH));
    } while (deleted == SWEEP_BATCH);
  }

  private Optional<Snapshot> read(String digest) {
    return database
        .read(tx -> tx.sessions().byToken(digest).map(live -> entitled(tx, live)))
        .filter(found -> found.live().user().active())
        .map(found -> Snapshot.of(noteUse(found.live()), found.entitlement()));
  }

  /** A session and what its user may do, read one right after the other. */
  private record Entitled(LiveSession live, Entitlement entitlement) {}

  private Entitled entitled(Tx tx, LiveSession live) {
    return new Entitled(live, entitlements.of(tx, live.user()));
  }

  private LiveSession noteUse(LiveSession live) {
    Instant now = now();
    SessionRow row = live.session();
    if (row.lastUsedAt().plus(LAST_USE_STEP).isBefore(now)) {
      database.write(tx -> tx.sessions().touch(row.id(), now));
    }
    return live;
  }

  private Optional<Snapshot> prolong(Claims claims, Snapshot session, Instant now) {
    Instant seen = session.expiresAt();
    Instant next = lengths.expiry(now, session.endsAt(), session.remember());
    if (!next.isAfter(seen)) {
      return Optional.empty();
    }
    String id = session.identity().sessionId().orElseThrow();
    database.write(tx -> tx.sessions().extend(id, seen, next)); // false: another node was faster
    snapshots.forget(claims.session().digest());
    return find(claims); // the rights are read anew
  }

  private Opened handOut(Snapshot session, SessionKey key) {
    String token = tokens.issue(session.claims(key, now()));
    return new Opened(
        session.identity(), token, session.expiresAt(), lengths.isPersistent(session.remember()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS); // NumericDate carries whole seconds
  }
}
