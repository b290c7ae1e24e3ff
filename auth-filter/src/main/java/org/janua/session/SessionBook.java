package org.janua.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.access.Entitlement;
import org.janua.access.Identity;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
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
import org.janua.session.Endings.Reason;
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

  private final Database database;
  private final Tokens tokens;
  private final Entitlements entitlements;
  private final SessionLengths lengths;
  private final int perUser;
  private final InstantSource clock;
  private final Changes changes;
  private final Audit audit;
  private final Endings endings;
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
      Audit audit,
      InstantSource clock,
      LongSupplier nanos) {
    this.database = database;
    this.tokens = tokens;
    this.entitlements = entitlements;
    this.lengths = new SessionLengths(limits);
    this.perUser = limits.perUser();
    this.clock = clock;
    this.changes = changes;
    this.audit = audit;
    this.endings = new Endings(audit);
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
    Actor self = actor(user, row, client);
    audit.record(tx, self, Action.SESSION_CREATED, Subject.of(user), details(row));
    endings.recorded(
        tx,
        self,
        Subject.of(user),
        Reason.TOO_MANY,
        tx.sessions().endLeastUsed(user.id(), perUser, now));
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
  public boolean end(Actor actor, Party user, String sessionId) {
    return end(actor, user, sessionId, Reason.ENDED);
  }

  /** Ends every session of a user. */
  public void endAll(Actor actor, Party user) {
    ending(
        user.id(),
        tx -> {
          tx.users().locked(user.id()); // before the sessions, as everywhere
          return endings.all(tx, actor, user, Reason.ENDED);
        });
  }

  /** Ends every session of whoever asks but the one that carries the request. */
  public void endOthers(Actor actor) {
    if (actor.sessionId().isPresent()) {
      Party self = Subject.of(actor);
      String kept = actor.sessionId().get();
      ending(
          self.id(),
          tx ->
              endings.recorded(
                  tx, actor, self, Reason.ENDED, tx.sessions().endOthers(self.id(), kept)));
    }
  }

  /** Ends the session that carries a request, if one does: its user wants to leave. */
  public void signOut(Identity caller, Client client) {
    Actor actor = Actor.of(caller, client);
    Party self = Subject.of(actor);
    if (actor.sessionId().isPresent()) {
      String id = actor.sessionId().get();
      ending(
          self.id(),
          tx -> {
            boolean ended = endings.one(tx, actor, self, Reason.SIGNED_OUT, id);
            if (ended) {
              audit.record(tx, actor, Action.SIGN_OUT, self, Details.NONE);
            }
            return ended;
          });
    }
  }

  /** Ends the session that a browser had before it was given another. */
  public void replaced(Identity caller, Client client) {
    Actor actor = Actor.of(caller, client);
    actor.sessionId().ifPresent(id -> end(actor, Subject.of(actor), id, Reason.SIGNED_IN_AGAIN));
  }

  private boolean end(Actor actor, Party user, String sessionId, Reason reason) {
    return ending(user.id(), tx -> endings.one(tx, actor, user, reason, sessionId));
  }

  private boolean ending(String accountId, Function<Tx, Boolean> unit) {
    boolean ended = database.write(unit);
    changes.ofAccount(accountId);
    return ended;
  }

  /** Deletes expired rows in batches, so that no lock is held for long. */
  public void sweep() {
    database.sweep(this::sweep);
  }

  private int sweep(Tx tx, int most) {
    List<LiveSession> expired = tx.sessions().sweep(clock.instant(), most);
    for (LiveSession dead : expired) {
      Details details =
          Details.of("sessions", List.of(dead.session().id()))
              .with("expired_at", dead.session().expiresAt());
      audit.record(tx, Actor.SYSTEM, Action.SESSION_EXPIRED, Subject.of(dead.user()), details);
    }
    return expired.size();
  }

  private static Actor actor(UserRow user, SessionRow session, Client client) {
    return new Actor(Optional.of(user.id()), user.username(), Optional.of(session.id()), client);
  }

  private static Details details(SessionRow session) {
    return Details.of("provider", session.provider())
        .with("remember", session.remember())
        .with("ends_at", session.endsAt());
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
