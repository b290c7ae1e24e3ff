package org.janua.signin;

import java.util.function.Function;
import java.util.function.Supplier;
import org.janua.session.Opened;
import org.janua.throttle.Pause;

/** What became of an attempt to sign in. */
public sealed interface SignInResult {

  /** The name and the password are right; a session is open. */
  record SignedIn(Opened session) implements SignInResult {
    @Override
    public <R> R fold(
        Function<Opened, R> signedIn,
        Supplier<R> refused,
        Function<Pause, R> limited,
        Supplier<R> busy) {
      return signedIn.apply(session);
    }
  }

  /** They are not, for a reason that is nobody's business. */
  record Refused() implements SignInResult {
    @Override
    public <R> R fold(
        Function<Opened, R> signedIn,
        Supplier<R> refused,
        Function<Pause, R> limited,
        Supplier<R> busy) {
      return refused.get();
    }
  }

  /** Too many failed from this address before; nothing was checked. */
  record Limited(Pause pause) implements SignInResult {
    @Override
    public <R> R fold(
        Function<Opened, R> signedIn,
        Supplier<R> refused,
        Function<Pause, R> limited,
        Supplier<R> busy) {
      return limited.apply(pause);
    }
  }

  /** Too many passwords are being checked; nothing was checked. */
  record Busy() implements SignInResult {
    @Override
    public <R> R fold(
        Function<Opened, R> signedIn,
        Supplier<R> refused,
        Function<Pause, R> limited,
        Supplier<R> busy) {
      return busy.get();
    }
  }

  /** Answers from whichever case it is. */
  <R> R fold(
      Function<Opened, R> signedIn,
      Supplier<R> refused,
      Function<Pause, R> limited,
      Supplier<R> busy);
}
