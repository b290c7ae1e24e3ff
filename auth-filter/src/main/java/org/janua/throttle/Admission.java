package org.janua.throttle;

import java.util.function.Function;
import java.util.function.Supplier;

/** Whether a password may be looked at. */
public sealed interface Admission {

  /** It may; what came of it is told to the ticket. */
  record Granted(Ticket ticket) implements Admission {
    @Override
    public <R> R fold(Function<Ticket, R> granted, Function<Pause, R> limited, Supplier<R> busy) {
      return granted.apply(ticket);
    }
  }

  /** Too many have failed from this address. Nothing was counted. */
  record Limited(Pause pause) implements Admission {
    @Override
    public <R> R fold(Function<Ticket, R> granted, Function<Pause, R> limited, Supplier<R> busy) {
      return limited.apply(pause);
    }
  }

  /** Too many are under way. Nothing was counted. */
  record Busy() implements Admission {
    @Override
    public <R> R fold(Function<Ticket, R> granted, Function<Pause, R> limited, Supplier<R> busy) {
      return busy.get();
    }
  }

  /** Answers from whichever case it is. */
  <R> R fold(Function<Ticket, R> granted, Function<Pause, R> limited, Supplier<R> busy);
}
