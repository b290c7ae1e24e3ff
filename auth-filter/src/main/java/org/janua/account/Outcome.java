package org.janua.account;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What became of a request to change something: done, or refused for a reason the caller may hear.
 * A broken database is neither: that is thrown.
 *
 * @param <T> what a change that was made answers
 */
public sealed interface Outcome<T> {

  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {
    @Override
    public <R> R fold(Function<T, R> done, Function<Refusal, R> refused) {
      return done.apply(value);
    }
  }

  /** It was refused, and nothing was changed. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {
    @Override
    public <R> R fold(Function<T, R> done, Function<Refusal, R> refused) {
      return refused.apply(refusal);
    }
  }

  /** Answers from whichever case it is. */
  <R> R fold(Function<T, R> done, Function<Refusal, R> refused);

  /** The same with another answer. */
  default <R> Outcome<R> map(Function<T, R> answer) {
    return fold(value -> done(answer.apply(value)), Outcome::refused);
  }

  /** Does something more when the change was made. */
  default void ifDone(Consumer<T> more) {
    fold(
        value -> {
          more.accept(value);
          return null;
        },
        refusal -> null);
  }

  /** Does something more when the change was refused. */
  default void ifRefused(Consumer<Refusal> more) {
    fold(
        value -> null,
        refusal -> {
          more.accept(refusal);
          return null;
        });
  }

  /** A change that was made. */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** A change that was refused. */
  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
