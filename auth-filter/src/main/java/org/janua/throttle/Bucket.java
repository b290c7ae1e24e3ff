package org.janua.throttle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.janua.config.Limit;
import org.janua.digest.Sha256;
import org.janua.jpa.Tx;
import org.janua.network.IpAddress;

/**
 * Whatever shares one tally.
 *
 * @param id names it in the database: a digest, so that any text fits and no name is stored
 * @param limits what it may do; without limits nothing is counted
 */
record Bucket(String id, List<Limit> limits) {

  private static final Bucket BOTTOMLESS = new Bucket("", List.of());

  /** Nothing is counted here. */
  static Bucket bottomless() {
    return BOTTOMLESS;
  }

  /** A client address; what is no address counts as it is. */
  static Bucket ofAddress(String address, List<Limit> limits) {
    return ofAddress("address", address, limits);
  }

  /** The same for something else that is counted by address. */
  static Bucket ofAddress(String kind, String address, List<Limit> limits) {
    return named(kind, IpAddress.parse(address).map(IpAddress::bucket).orElse(address), limits);
  }

  /** The canonical name of an account, whether or not there is one. */
  static Bucket ofAccount(String name, List<Limit> limits) {
    return named("account", name, limits);
  }

  /** The kind is a word of ours, so what stands behind the colon cannot be taken for it. */
  static Bucket named(String kind, String key, List<Limit> limits) {
    return limits.isEmpty() ? BOTTOMLESS : new Bucket(Sha256.hex(kind + ":" + key), limits);
  }

  boolean isBottomless() {
    return limits.isEmpty();
  }

  /** The tally in the database, kept from others until the unit of work ends. */
  Stored read(Tx tx) {
    return isBottomless()
        ? new Stored(Optional.empty(), Tally.nothing(limits))
        : tx.throttles()
            .locked(id)
            .map(text -> new Stored(Optional.of(text), Tally.parse(text, limits)))
            .orElseGet(() -> new Stored(Optional.empty(), Tally.nothing(limits)));
  }

  /**
   * A tally with nothing in it keeps its row until the sweep: those who come next wait for the row
   * in line, where without one they would insert it all at once.
   */
  void write(Tx tx, Stored before, Tally tally, Instant now) {
    String text = tally.text();
    if (text.equals(before.text().orElse(""))) {
      return;
    }
    if (before.text().isEmpty()) {
      tx.throttles().add(id, text, tally.expiry(now));
    } else {
      tx.throttles().replace(id, text, tally.expiry(now));
    }
  }

  /** What the database holds; no text when it has no row. */
  record Stored(Optional<String> text, Tally tally) {}
}
