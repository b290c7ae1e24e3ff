package org.janua.provider.proxy;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a request says of its sender in the name of a proxy. */
public sealed interface Vouched {

  /** Answers from whichever case it is. */
  <R> R fold(
      Supplier<R> silent,
      Function<Unproven, R> unproven,
      Function<Nameless, R> nameless,
      Function<Named, R> named);

  /** Nothing: none of the headers is there. */
  record Silent() implements Vouched {
    @Override
    public <R> R fold(
        Supplier<R> silent,
        Function<Unproven, R> unproven,
        Function<Nameless, R> nameless,
        Function<Named, R> named) {
      return silent.get();
    }
  }

  /**
   * Something, but not in a way that counts.
   *
   * @param why for the operator's log; holds nothing that was sent
   */
  record Unproven(String why) implements Vouched {
    @Override
    public <R> R fold(
        Supplier<R> silent,
        Function<Unproven, R> unproven,
        Function<Nameless, R> nameless,
        Function<Named, R> named) {
      return unproven.apply(this);
    }
  }

  /**
   * The proxy proved itself and names nobody.
   *
   * @param standIn who that is by the configuration, if anybody
   */
  record Nameless(Optional<Named> standIn) implements Vouched {
    @Override
    public <R> R fold(
        Supplier<R> silent,
        Function<Unproven, R> unproven,
        Function<Nameless, R> nameless,
        Function<Named, R> named) {
      return nameless.apply(this);
    }
  }

  /**
   * The proxy proved itself and names somebody.
   *
   * @param name as sent: 1 to 255 characters, no control characters, no comma
   * @param role the role; empty: none, so this caller is refused
   */
  record Named(String name, Optional<String> role) implements Vouched {
    @Override
    public <R> R fold(
        Supplier<R> silent,
        Function<Unproven, R> unproven,
        Function<Nameless, R> nameless,
        Function<Named, R> named) {
      return named.apply(this);
    }
  }
}
