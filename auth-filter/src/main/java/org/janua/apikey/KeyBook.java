package org.janua.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.access.Rights;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent.Outcome;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.entitlement.Entitlements;
import org.janua.jpa.Database;
import org.janua.memory.Changes;
import org.janua.memory.Recent;

/**
 * The API keys as requests need them. Thread-safe; reads memory only while what it remembers of a
 * key is fresh, and throws {@link org.janua.jpa.DatabaseUnavailable} when the database cannot
 * answer.
 *
 * <p>A key that is not known costs one query by an index and is not counted as a failed attempt:
 * nobody can guess one, and a program that goes on with a dead key must not keep the people at its
 * address from signing in.
 */
public final class KeyBook {

  private static final int REMEMBERED = 10_000;
  private static final Duration TOLD_AGAIN = Duration.ofHours(1);

  private final Database database;
  private final Entitlements entitlements;
  private final Rights rights;
  private final InstantSource clock;
  private final Recent<String, KnownKey> keys;
  private final Audit audit;
  private final Cache<Use, Boolean> told;
  private final ConcurrentMap<String, Instant> uses = new ConcurrentHashMap<>();

  /** A key, and where it is used from. */
  private record Use(String key, String address) {}

  /**
   * Wires it; nothing is read yet.
   *
   * @param nanos a monotonic clock in nanoseconds
   */
  public KeyBook(
      Database database,
      Entitlements entitlements,
      Rights rights,
      Changes changes,
      Audit audit,
      InstantSource clock,
      LongSupplier nanos) {
    this.database = database;
    this.entitlements = entitlements;
    this.rights = rights;
    this.clock = clock;
    this.audit = audit;
    this.told =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(TOLD_AGAIN)
            .ticker(nanos::getAsLong)
            .build();
    this.keys = Recent.of(changes, REMEMBERED, nanos, KnownKey::isOf);
  }

  /** Who a key acts for; empty when it is not known, has expired, or its owner is not active. */
  public Optional<KnownKey> find(KeyText key, Client client) {
    Instant now = clock.instant();
    String digest = key.digest();
    Optional<KnownKey> found =
        keys.get(digest)
            .or(() -> keys.load(digest, () -> read(digest, now)))
            .filter(known -> known.isAlive(now));
    found.ifPresentOrElse(known -> tellUse(known, client), () -> tellFailure(client));
    return found;
  }

  /** A key that is used all day leaves a line an hour, and one for each address. */
  private void tellUse(KnownKey key, Client client) {
    Use use = new Use(key.id(), client.address());
    if (told.getIfPresent(use) == null && told.asMap().putIfAbsent(use, true) == null) {
      Actor owner = Actor.of(key.identity(), client);
      audit.note(owner, Action.API_KEY_USED, Subject.of(owner), Outcome.SUCCESS, Details.NONE);
    }
  }

  private void tellFailure(Client client) {
    Details details = Details.of("credential", "api_key");
    audit.note(Actor.stranger(client), Action.SIGN_IN_FAILED, Party.NONE, Outcome.FAILURE, details);
  }

  /**
   * Writes down when keys were used last, for all that were since the last call: a request must not
   * wait for it.
   */
  public void writeUses() {
    Map<String, Instant> noted = new TreeMap<>(uses); // in the order of ids: nodes do not collide
    if (!noted.isEmpty()) {
      database.<Void>write(
          tx -> {
            noted.forEach(tx.apiKeys()::touch);
            return null;
          });
      uses.entrySet().removeAll(noted.entrySet()); // what was used since stays
    }
  }

  private Optional<KnownKey> read(String digest, Instant now) {
    Optional<KnownKey> known =
        database.read(
            tx ->
                tx.apiKeys()
                    .byHash(digest)
                    .filter(live -> live.user().active())
                    .map(live -> KnownKey.of(live, entitlements.of(tx, live.user()), rights)));
    known.filter(key -> key.isAlive(now)).ifPresent(key -> uses.put(key.id(), now));
    return known;
  }
}
