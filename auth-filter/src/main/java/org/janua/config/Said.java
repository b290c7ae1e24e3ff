package org.janua.config;

import java.util.function.Function;
import java.util.function.Supplier;

/** What was said about a key. Wrong: what was said cannot be told, and the fault is noted. */
sealed interface Said {
  /** Answers for one of the three cases. */
  <R> R fold(Function<Value, R> found, Supplier<R> absent, Supplier<R> wrong);

  /** The next place speaks only where this one says nothing: what is wrong is not passed over. */
  default Said or(Supplier<Said> next) {
    return fold(value -> this, next, () -> this);
  }

  /** A value, not judged yet. */
  record Found(Value value) implements Said {
    @Override
    public <R> R fold(Function<Value, R> found, Supplier<R> absent, Supplier<R> wrong) {
      return found.apply(value);
    }
  }

  /** Nothing: the default counts. */
  record Absent() implements Said {
    @Override
    public <R> R fold(Function<Value, R> found, Supplier<R> absent, Supplier<R> wrong) {
      return absent.get();
    }
  }

  /** Something, but not which: unreadable, or two places that contradict each other. */
  record Wrong() implements Said {
    @Override
    public <R> R fold(Function<Value, R> found, Supplier<R> absent, Supplier<R> wrong) {
      return wrong.get();
    }
  }
}
