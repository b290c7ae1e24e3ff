package org.janua.throttle;

import java.time.Instant;
import java.util.List;
import org.janua.jpa.Tx;

/**
 * One attempt that is under way: it holds a place in the tallies of its address and its account
 * until it is told what came of it. Told nothing, as when the database fails in between, it becomes
 * a failure after a minute. To be closed whatever happens. For one thread.
 */
public final class Ticket implements AutoCloseable {

  private final Throttle throttle;
  private final Hold address;
  private final Hold account;
  private final boolean locked;

  Ticket(Throttle throttle, Hold address, Hold account, boolean locked) {
    this.throttle = throttle;
    this.address = address;
    this.account = account;
    this.locked = locked;
  }

  /** A place in one tally. */
  record Hold(Bucket bucket, List<Instant> starts) {}

  /**
   * Whether the account is locked: whatever the password, the attempt has to be answered like a
   * wrong one, at the same cost, and to be told failed.
   */
  public boolean isLocked() {
    return locked;
  }

  /**
   * The password was right: gives the places back and forgets what failed on the account before, in
   * the unit of work that makes use of it. An address is forgiven nothing: whoever has an account
   * of their own could else guess at others without end.
   *
   * @return whether use may be made of it; not if the account was locked meanwhile, then nothing
   *     was given back and the attempt has failed
   */
  public boolean succeeded(Tx tx) {
    Tallies tallies = tallies(tx, throttle.now());
    if (tallies.account().block().isPresent()) {
      return false;
    }
    tallies.become(
        tallies.address().released(address.starts()),
        tallies.account().released(account.starts()).forgiven());
    return true;
  }

  /**
   * The attempt failed, and counts. A locked account counts nothing more.
   *
   * @return whether it is the one that locks the account
   */
  public boolean failed() {
    return throttle.answer(
        tx -> {
          Instant now = throttle.now();
          Tallies tallies = tallies(tx, now);
          Tally before = tallies.account();
          Tally after = before.failed(account.starts(), now);
          tallies.become(tallies.address().failed(address.starts(), now), after);
          return before.block().isEmpty() && after.block().isPresent();
        });
  }

  /** No password was looked at, or a right one was not made use of: nothing counts. */
  public void withdrawn() {
    throttle.write(
        tx -> {
          Tallies tallies = tallies(tx, throttle.now());
          tallies.become(
              tallies.address().released(address.starts()),
              tallies.account().released(account.starts()));
        });
  }

  @Override
  public void close() {
    throttle.leave();
  }

  private Tallies tallies(Tx tx, Instant now) {
    return new Tallies(tx, address.bucket(), account.bucket(), now);
  }
}
