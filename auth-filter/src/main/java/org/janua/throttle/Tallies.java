package org.janua.throttle;

import java.time.Instant;
import org.janua.jpa.Tx;

/**
 * The tallies of an address and of an account in one unit of work, as of now. Both stay locked
 * until it ends; the address is locked first, always, so that two units cannot wait for each other.
 */
final class Tallies {

  private final Tx tx;
  private final Bucket ofAddress;
  private final Bucket ofAccount;
  private final Bucket.Stored storedOfAddress;
  private final Bucket.Stored storedOfAccount;
  private final Instant now;

  Tallies(Tx tx, Bucket ofAddress, Bucket ofAccount, Instant now) {
    this.tx = tx;
    this.ofAddress = ofAddress;
    this.ofAccount = ofAccount;
    this.now = now;
    storedOfAddress = ofAddress.read(tx);
    storedOfAccount = ofAccount.read(tx);
  }

  Tally address() {
    return storedOfAddress.tally().at(now);
  }

  Tally account() {
    return storedOfAccount.tally().at(now);
  }

  /** Stores what became of them. */
  void become(Tally address, Tally account) {
    ofAddress.write(tx, storedOfAddress, address, now);
    ofAccount.write(tx, storedOfAccount, account, now);
  }
}
