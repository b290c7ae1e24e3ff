package org.janua.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.janua.config.Throttling;
import org.janua.jpa.Database;
import org.janua.jpa.Tx;

/**
 * Limits failed attempts to present a password, by client address and by account. A place is taken
 * before a password is looked at and given back when it was right, so that parallel guesses cannot
 * exceed a limit, and parallel right ones are not refused but wait for a place.
 *
 * <p>What is counted is in the database: it survives a restart, and all nodes share it. In memory
 * are only attempts under way, a bounded number, and a bounded list of addresses that are known to
 * be blocked, so that a flood of refused attempts costs no query; losing one of the list costs one.
 * Thread-safe; throws {@link org.janua.jpa.DatabaseUnavailable} when the database cannot answer.
 */
public final class Throttle {

  /**
   * Attempts under way at once, for a core and at least: each occupies a thread of the server,
   * which may have no more than sixteen for a core, and twenty people may come back from lunch
   * together.
   */
  private static final int PLACES_PER_CORE = 10;

  private static final int FEWEST_PLACES = 24;

  /** Units of work at once: enough to keep a database busy, and a fraction of its connections. */
  private static final int ASKING = 4;

  private static final long ASKING_SECONDS = 2;

  /** How long an attempt waits for others to turn out well: about as long as hashing may take. */
  private static final long PATIENCE_SECONDS = 10;

  /** Places that other nodes give back are noticed after this. */
  private static final long ASK_AGAIN_MILLIS = 200;

  static final int BLOCKED = 10_000;

  /** Then the database is asked again, so that a clock that is set back blocks nobody for long. */
  private static final Duration BLOCKED_FOR = Duration.ofMinutes(1);

  private final Database database;
  private final Throttling limits;
  private final InstantSource clock;
  private final Cache<String, Block> blocked =
      Caffeine.newBuilder().maximumSize(BLOCKED).expireAfterWrite(BLOCKED_FOR).build();
  private final Semaphore places;
  private final Semaphore asking = new Semaphore(ASKING, true);
  private final Semaphore settled = new Semaphore(0, true);

  /**
   * Builds it; nothing is read yet.
   *
   * @param cores how many hashes run at once
   */
  public Throttle(Database database, Throttling limits, InstantSource clock, int cores) {
    this.database = database;
    this.limits = limits;
    this.clock = clock;
    this.places = new Semaphore(Math.max(FEWEST_PLACES, PLACES_PER_CORE * cores));
  }

  /**
   * Asks whether a password may be looked at, waiting a while for a place if need be.
   *
   * @param address the client's address as text
   * @param account the canonical name of the account, whether or not there is one; empty when it
   *     cannot be anybody's
   */
  public Admission admit(String address, Optional<String> account) {
    Bucket ofAddress = Bucket.ofAddress(address, limits.address());
    Bucket ofAccount =
        account.map(name -> Bucket.ofAccount(name, limits.account())).orElse(Bucket.bottomless());
    Optional<Block> known =
        Optional.ofNullable(blocked.getIfPresent(ofAddress.id())).filter(b -> b.holds(now()));
    return known.isPresent() ? limited(known.get()) : admit(ofAddress, ofAccount);
  }

  /** Forgets what failed on an account: it is not locked any more. */
  public void forget(Tx tx, String account) {
    tx.throttles().remove(Bucket.ofAccount(account, limits.account()).id());
  }

  /** Deletes what is over in batches, so that no lock is held for long. */
  public void sweep() {
    database.sweep((tx, most) -> tx.throttles().sweep(now(), most));
  }

  /** How many blocked addresses are in memory; for tests. */
  long remembered() {
    blocked.cleanUp();
    return blocked.estimatedSize();
  }

  /** Now, as exactly as it is stored. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  void write(Consumer<Tx> unit) {
    this.<Void>answer(
        tx -> {
          unit.accept(tx);
          return null;
        });
  }

  <T> T answer(Function<Tx, T> unit) {
    return database.write(unit);
  }

  /**
   * A ticket is done with: whoever waits longest may see whether a place became free. A few calls
   * are kept for those who are just asking and are about to wait.
   */
  void leave() {
    places.release();
    if (settled.availablePermits() < ASKING) {
      settled.release();
    }
  }

  private Admission admit(Bucket address, Bucket account) {
    if (!places.tryAcquire()) {
      return new Admission.Busy();
    }
    boolean inside = false;
    try {
      Answer answer = patiently(address, account);
      inside = answer.ticket().isPresent();
      answer.block().ifPresent(block -> blocked.put(address.id(), block));
      return answer
          .ticket()
          .<Admission>map(Admission.Granted::new)
          .or(() -> answer.block().map(this::limited))
          .orElseGet(Admission.Busy::new);
    } finally {
      if (!inside) {
        places.release();
      }
    }
  }

  /** What the tallies say: a ticket, a block, or neither when there is no place just now. */
  private record Answer(Optional<Ticket> ticket, Optional<Block> block) {

    static final Answer FULL = new Answer(Optional.empty(), Optional.empty());

    boolean isFull() {
      return ticket.isEmpty() && block.isEmpty();
    }
  }

  private Answer patiently(Bucket address, Bucket account) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (asking.tryAcquire(ASKING_SECONDS, TimeUnit.SECONDS)) {
        Answer answer = ask(address, account);
        if (!answer.isFull() || System.nanoTime() >= end) {
          return answer;
        }
        settled.tryAcquire(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Answer.FULL;
  }

  private Answer ask(Bucket address, Bucket account) {
    try {
      return database.write(tx -> decide(tx, address, account));
    } finally {
      asking.release();
    }
  }

  private Answer decide(Tx tx, Bucket address, Bucket account) {
    Instant now = now();
    Tallies tallies = new Tallies(tx, address, account, now);
    Tally ofAddress = tallies.address();
    Tally ofAccount = tallies.account();
    boolean locked = ofAccount.block().isPresent();
    if (ofAddress.isFull() || !locked && ofAccount.isFull()) {
      tallies.become(ofAddress, ofAccount);
      return new Answer(Optional.empty(), ofAddress.block());
    }
    Tally taken = ofAddress.reserve(now);
    Tally takenToo = locked ? ofAccount : ofAccount.reserve(now);
    tallies.become(taken, takenToo);
    Ticket.Hold one = new Ticket.Hold(address, taken.starts());
    Ticket.Hold two = new Ticket.Hold(locked ? Bucket.bottomless() : account, takenToo.starts());
    return new Answer(Optional.of(new Ticket(this, one, two, locked)), Optional.empty());
  }

  private Admission limited(Block block) {
    return new Admission.Limited(block.pause(now()));
  }
}
