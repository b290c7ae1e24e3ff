package org.janua.audit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent;
import org.janua.api.event.SecurityEvent.Outcome;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.jpa.AuditRow;
import org.janua.jpa.Database;
import org.janua.jpa.Tx;

/**
 * Writes down what happens. What changes something is written in the unit of work that changes it,
 * so that neither is there without the other; what changes nothing, such as a failed sign-in, is
 * kept in memory for a moment and costs the request no statement. Thread-safe.
 */
public final class Audit {

  private static final Logger LOG = System.getLogger(Audit.class.getName());
  private static final int BATCH = 200;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_CLIENT = 512;

  private final Database database;
  private final InstantSource clock;
  private final Consumer<SecurityEvent> observer;
  private final Folding folding = new Folding();
  private final Buffer buffer = new Buffer();
  private final Sequence ids = new Sequence();
  private final ReentrantLock flushing = new ReentrantLock();
  private final AtomicLong reported = new AtomicLong();

  /**
   * Builds it; nothing is written yet.
   *
   * @param observer told of every entry: of one that is written in a unit of work after the commit,
   *     of any other at once
   */
  public Audit(Database database, InstantSource clock, Consumer<SecurityEvent> observer) {
    this.database = database;
    this.clock = clock;
    this.observer = observer;
  }

  /** Writes down what a unit of work does; where that cannot be written, neither is the rest. */
  public void record(Tx tx, Actor actor, Action action, Party subject, Details details) {
    SecurityEvent event = event(actor, action, subject, Outcome.SUCCESS, details);
    tx.audit().add(row(event));
    tx.afterCommit(() -> tell(event));
  }

  /**
   * Notes what belongs to no unit of work; it is written a moment later. It is lost when the
   * machine stops before, or when too much waits to be written: then it is counted. Failures beyond
   * a rate are not told one by one; how many they were is.
   */
  public void note(Actor actor, Action action, Party subject, Outcome outcome, Details details) {
    boolean told =
        outcome == Outcome.SUCCESS || folding.admits(action, actor.client().address(), now());
    if (told) {
      keep(event(actor, action, subject, outcome, details));
    }
  }

  /**
   * Writes what was noted. What cannot be written waits for the next time.
   *
   * @throws org.janua.jpa.DatabaseUnavailable the database cannot answer
   */
  public void flush() {
    folding.over(now()).forEach(this::keep);
    writeAll();
  }

  /** As {@link #flush}, when nothing is noted any more. */
  public void close() {
    folding.rest().forEach(this::keep);
    writeAll();
  }

  /** How many noted entries are not written yet. */
  public int waiting() {
    return buffer.size();
  }

  /** How many noted entries were lost since the start because too many waited. */
  public long dropped() {
    return buffer.dropped();
  }

  private void keep(Folding.Folded folded) {
    Actor many = Actor.stranger(new Client(folded.address(), ""));
    Details details = Details.of("folded", folded.count()).with("since", folded.since());
    keep(event(many, folded.action(), Party.NONE, Outcome.FAILURE, details));
  }

  private void keep(SecurityEvent event) {
    buffer.add(row(event));
    tell(event);
  }

  /** One at a time: what is taken away is what was written. */
  private void writeAll() {
    flushing.lock();
    try {
      List<AuditRow> batch = buffer.first(BATCH);
      while (!batch.isEmpty()) {
        write(batch);
        buffer.remove(batch.size());
        batch = buffer.first(BATCH);
      }
    } finally {
      flushing.unlock();
      report();
    }
  }

  private void write(List<AuditRow> batch) {
    database.<Void>write(
        tx -> {
          tx.audit().addMissing(batch); // a commit whose answer was lost has written them
          return null;
        });
  }

  private void report() {
    long dropped = buffer.dropped();
    long news = dropped - reported.getAndSet(dropped);
    if (news > 0) {
      LOG.log(
          Level.WARNING,
          "{0} entries were lost from the audit log, because they came faster than the database"
              + " takes them; since the start {1}",
          news,
          dropped);
    }
  }

  private void tell(SecurityEvent event) {
    try {
      observer.accept(event);
    } catch (RuntimeException e) { // whoever listens has no say in what happened
      LOG.log(Level.WARNING, "An event could not be told to the application", e);
    }
  }

  private SecurityEvent event(
      Actor actor, Action action, Party subject, Outcome outcome, Details details) {
    Instant now = now();
    return new SecurityEvent(
        ids.next(now),
        now,
        action,
        new Party(actor.accountId().orElse(""), OneLine.of(actor.name(), LONGEST_NAME)),
        new Party(OneLine.of(subject.id(), LONGEST_NAME), OneLine.of(subject.name(), LONGEST_NAME)),
        outcome,
        OneLine.of(actor.client().address(), LONGEST_CLIENT),
        OneLine.of(actor.client().userAgent(), LONGEST_CLIENT),
        actor.sessionId().orElse(""),
        details.by(actor).values());
  }

  private static AuditRow row(SecurityEvent event) {
    return new AuditRow(
        event.id(),
        event.at(),
        event.action().key(),
        event.outcome().key(),
        event.actor().id(),
        event.actor().name(),
        event.subject().id(),
        event.subject().name(),
        event.ip(),
        event.userAgent(),
        event.session(),
        Json.of(event.details(), AuditRow.LONGEST_DETAILS));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
