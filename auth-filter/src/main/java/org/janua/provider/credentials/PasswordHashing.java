package org.janua.provider.credentials;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.janua.jpa.PasswordHash;

/**
 * The only place where passwords are hashed. A hash costs a good part of a second of one core by
 * design, so at most as many run at once as there are permits, a few callers wait a short while,
 * and the rest are told at once that it is busy: a flood of logins does not slow signed-in
 * requests.
 *
 * <p>{@link #verify} costs exactly one hash: with the stored parameters or, where there is no
 * usable stored hash, with the configured ones; none when it answers that it is busy. Thread-safe.
 */
public final class PasswordHashing {

  /**
   * Callers that wait, for a permit and at least. Each keeps a thread of the server, which may have
   * no more than sixteen for a core, from signed-in requests; twenty people who sign in at the same
   * moment must all get in, on two cores too.
   */
  private static final int WAITING_PER_PERMIT = 8;

  private static final int FEWEST_WAITING = 24;

  /**
   * Twenty hashes of 600,000 rounds on two cores take three seconds; a busy machine takes longer.
   */
  private static final long WAIT_SECONDS = 10;

  private static final int SALT_BYTES = 16;
  private static final Password TOO_LONG = Password.of("too long to be anybody's password");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int iterations;
  private final int permits;
  private final Semaphore bulkhead;
  private final LongAdder hashes = new LongAdder();
  private final PasswordHash nobody;

  /**
   * Prepares the bulkhead.
   *
   * @param iterations PBKDF2 rounds of a new hash
   * @param permits hashes that may run at once; the number of cores is right
   */
  public PasswordHashing(int iterations, int permits) {
    this.iterations = iterations;
    this.permits = permits;
    this.bulkhead = new Semaphore(permits, true);
    this.nobody = Pbkdf2.hash(Password.of(salt()), salt(), iterations);
  }

  /** Hashes a new password; empty when too many wait already. */
  public Optional<PasswordHash> hash(Password password) {
    return guarded(() -> Pbkdf2.hash(password, salt(), iterations));
  }

  /**
   * Compares a password with what is stored, at the cost of exactly one hash.
   *
   * @param stored the account's hash; empty when there is no account or it has no local password
   * @return whether it matches; empty when too many wait already
   */
  public Optional<Boolean> verify(Password password, Optional<PasswordHash> stored) {
    Optional<Pbkdf2> known = stored.flatMap(Pbkdf2::parse);
    Pbkdf2 hash = known.or(() -> Pbkdf2.parse(nobody)).orElseThrow();
    boolean sane = password.length() <= Password.LONGEST;
    return guarded(() -> hash.matches(sane ? password : TOO_LONG))
        .map(matches -> matches && sane && known.isPresent());
  }

  /** How many hashes were computed since the start; for tests. */
  public long count() {
    return hashes.sum();
  }

  private <T> Optional<T> guarded(Supplier<T> work) {
    if (!enter()) {
      return Optional.empty();
    }
    try {
      hashes.increment();
      return Optional.of(work.get());
    } finally {
      bulkhead.release();
    }
  }

  private boolean enter() {
    if (bulkhead.getQueueLength() >= Math.max(FEWEST_WAITING, permits * WAITING_PER_PERMIT)) {
      return false;
    }
    try {
      return bulkhead.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String salt() {
    byte[] bytes = new byte[SALT_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
