package org.janua.provider.credentials;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.janua.config.Passwords;
import org.janua.jpa.PasswordHash;

/**
 * The only place where passwords are hashed. A hash costs a good part of a second of one core by
 * design, so at most as many run at once as there are permits, a few callers wait a short while,
 * and the rest are told at once that it is busy: a flood of logins does not slow signed-in
 * requests.
 *
 * <p>{@link #verify} costs exactly one hash: with the stored parameters or, where there is no
 * usable stored hash, with those of a new one; none when it answers that it is busy. Thread-safe.
 */
public final class PasswordHashing {

  private static final Logger LOG = System.getLogger(PasswordHashing.class.getName());

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

  private static final int BCRYPT_COST = 12;
  private static final Password IMPOSSIBLE = Password.of("what cannot be anybody's password");

  private final Recipe recipe;
  private final int permits;
  private final Semaphore bulkhead;
  private final LongAdder hashes = new LongAdder();
  private final AtomicBoolean complained = new AtomicBoolean();
  private final StoredHash nobody;

  private PasswordHashing(Recipe recipe, int permits) {
    this.recipe = recipe;
    this.permits = permits;
    this.bulkhead = new Semaphore(permits, true);
    Password random = Password.of(HexFormat.of().formatHex(Salt.next()));
    this.nobody = StoredHash.parse(recipe.hash(random)).orElseThrow();
  }

  /**
   * New hashes by PBKDF2 with HMAC-SHA-256.
   *
   * @param iterations rounds of a new hash
   * @param permits hashes that may run at once; the number of cores is right
   */
  public static PasswordHashing pbkdf2(int iterations, int permits) {
    return new PasswordHashing(Pbkdf2.recipe(iterations), permits);
  }

  /** New hashes by bcrypt of cost 12 over SHA-256; {@code permits} as above. */
  public static PasswordHashing bcrypt(int permits) {
    return new PasswordHashing(Bcrypt.recipe(BCRYPT_COST), permits);
  }

  /** New hashes by Argon2id with 19 MiB, two passes, one lane; {@code permits} as above. */
  public static PasswordHashing argon2id(int permits) {
    return new PasswordHashing(Argon2id.recipe(), permits);
  }

  /** New hashes as configured; {@code permits} as above. */
  public static PasswordHashing of(Passwords passwords, int permits) {
    return switch (passwords.algorithm()) {
      case PBKDF2_SHA256 -> pbkdf2(passwords.hashIterations(), permits);
      case BCRYPT -> bcrypt(permits);
      case ARGON2ID -> argon2id(permits);
    };
  }

  /** Hashes a new password; empty when too many wait already. */
  public Optional<PasswordHash> hash(Password password) {
    return enter() ? Optional.of(run(() -> recipe.hash(password))) : Optional.empty();
  }

  /**
   * Compares a password with what is stored, at the cost of exactly one hash.
   *
   * @param stored the account's hash; empty when there is no account or it has no local password
   * @return whether it matches; empty when too many wait already
   */
  public Optional<Boolean> verify(Password password, Optional<PasswordHash> stored) {
    Optional<StoredHash> known = stored.flatMap(this::usable);
    StoredHash hash = known.orElse(nobody);
    boolean possible = password.isPossible();
    Password compared = possible ? password : IMPOSSIBLE;
    return enter()
        ? Optional.of(run(() -> compare(compared, hash)) && possible && known.isPresent())
        : Optional.empty();
  }

  /**
   * Hashes anew a password that was just verified, where the stored hash is weaker than a new one
   * or of another algorithm. Costs one hash more, which never waits.
   *
   * @return the better hash; empty when the stored one is good enough or others need the time
   */
  public Optional<PasswordHash> improve(Password verified, PasswordHash stored) {
    boolean good = StoredHash.parse(stored).filter(recipe::isMetBy).isPresent();
    return !good && !bulkhead.hasQueuedThreads() && bulkhead.tryAcquire()
        ? Optional.of(run(() -> recipe.hash(verified)))
        : Optional.empty();
  }

  /** How many hashes were computed since the start; for tests. */
  public long count() {
    return hashes.sum();
  }

  private Optional<StoredHash> usable(PasswordHash stored) {
    Optional<StoredHash> known = StoredHash.parse(stored);
    if (known.isEmpty() && !complained.getAndSet(true)) {
      LOG.log(
          Level.WARNING,
          "A stored password hash has an unknown form or a cost out of bounds; whoever owns it"
              + " cannot sign in until the password is set anew. This is said once.");
    }
    return known;
  }

  private boolean compare(Password password, StoredHash hash) {
    boolean matches = hash.matches(password);
    recipe.topUp(hash, password);
    return matches;
  }

  /** To be called with a permit in hand, which it gives back. */
  private <T> T run(Supplier<T> work) {
    try {
      hashes.increment();
      return work.get();
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
}
