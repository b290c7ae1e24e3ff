package org.janua.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the database said a moment ago: at most {@link #FRESH} old, which bounds how late a change
 * made on another node is noticed, and dropped at once when something is changed on this one.
 * Bounded; thread-safe. No lock is held while the database answers: an outage must not queue
 * requests up.
 *
 * @param <K> what is asked for
 * @param <V> what was answered
 */
public final class Recent<K, V> {

  /** How old an answer may be. */
  public static final Duration FRESH = Duration.ofSeconds(5);

  private final Changes changes;
  private final Cache<K, V> answers;
  private final AtomicLong forgotten = new AtomicLong();

  private Recent(Changes changes, Cache<K, V> answers, BiPredicate<V, String> concerns) {
    this.changes = changes;
    this.answers = answers;
    changes.tell(
        account -> answers.asMap().values().removeIf(answer -> concerns.test(answer, account)),
        answers::invalidateAll);
  }

  /**
   * A memory.
   *
   * @param limit how many answers at most
   * @param nanos a monotonic clock in nanoseconds: a wall clock that is set back must not keep an
   *     answer fresh
   * @param concerns whether an answer may be out of date when the account of this id was changed
   */
  public static <K, V> Recent<K, V> of(
      Changes changes, int limit, LongSupplier nanos, BiPredicate<V, String> concerns) {
    return new Recent<>(changes, timed(nanos).maximumSize(limit).build(), concerns);
  }

  /**
   * The same, where answers differ in size.
   *
   * @param limit how much all answers may weigh together
   * @param weight what one of them weighs, at least 1
   */
  public static <K, V> Recent<K, V> weighed(
      Changes changes,
      long limit,
      Weigher<K, V> weight,
      LongSupplier nanos,
      BiPredicate<V, String> concerns) {
    return new Recent<>(
        changes, timed(nanos).maximumWeight(limit).weigher(weight).build(), concerns);
  }

  private static Caffeine<Object, Object> timed(LongSupplier nanos) {
    return Caffeine.newBuilder().expireAfterWrite(FRESH).ticker(nanos::getAsLong);
  }

  /** What is remembered. */
  public Optional<V> get(K key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  /** Asks the database and remembers the answer, unless something was changed meanwhile. */
  public Optional<V> load(K key, Supplier<Optional<V>> question) {
    long seen = version();
    Optional<V> answer = question.get();
    if (version() == seen) { // else what was answered may be from before the change
      answer.ifPresent(fresh -> answers.put(key, fresh));
      if (version() != seen) { // since just now
        answers.invalidate(key);
      }
    }
    return answer;
  }

  private long version() {
    return changes.count() + forgotten.get();
  }

  /** What is remembered, or else what the database says. */
  public V get(K key, Supplier<V> question) {
    return get(key).orElseGet(() -> load(key, () -> Optional.of(question.get())).orElseThrow());
  }

  /** Drops one answer, and one that is on its way; after a change of it was committed. */
  public void forget(K key) {
    forgotten.incrementAndGet();
    answers.invalidate(key);
  }
}
