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
   */
  public void succeeded(Tx tx) {
    settle(tx, address, (tally, now) -> tally.released(address.starts()));
    settle(tx, account, (tally, now) -> tally.released(account.starts()).forgiven());
  }

  /** The attempt failed, and counts. A locked account counts nothing more. */
  public void failed() {
    throttle.write(
        tx -> {
          settle(tx, address, (tally, now) -> tally.failed(address.starts(), now));
          settle(tx, account, (tally, now) -> tally.failed(account.starts(), now));
        });
  }

  /** No password was looked at, or a right one was not made use of: nothing counts. */
  public void withdrawn() {
    throttle.write(
        tx -> {
          settle(tx, address, (tally, now) -> tally.released(address.starts()));
          settle(tx, account, (tally, now) -> tally.released(account.starts()));
        });
  }

  @Override
  public void close() {
    throttle.leave();
  }

  private interface Settlement {
    Tally apply(Tally tally, Instant now);
  }

  private void settle(Tx tx, Hold hold, Settlement settlement) {
    if (!hold.bucket().isBottomless()) {
      Instant now = throttle.now();
      Bucket.Stored stored = hold.bucket().read(tx);
      hold.bucket().write(tx, stored, settlement.apply(stored.tally().at(now), now));
    }
  }
}
