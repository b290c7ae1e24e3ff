package org.janua.request;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.janua.access.Identity;
import org.janua.session.Opened;

/** Who sent a request, decided once. */
public sealed interface Verdict {

  /** Answers from whichever case it is. */
  <R> R fold(
      Function<Admitted, R> admitted,
      Supplier<R> stranger,
      Function<Rejected, R> rejected,
      Function<Barred, R> barred,
      Supplier<R> unavailable);

  /** The caller, if one was admitted. */
  default Optional<Identity> caller() {
    return fold(
        admitted -> Optional.of(admitted.identity()),
        Optional::empty,
        rejected -> Optional.empty(),
        barred -> Optional.empty(),
        Optional::empty);
  }

  /** Whether no credential was presented; one that failed makes nobody a stranger. */
  default boolean isStranger() {
    return fold(admitted -> false, () -> true, rejected -> false, barred -> false, () -> false);
  }

  /** Whether an API key was presented and is good. */
  default boolean isByKey() {
    return fold(
        admitted -> admitted.channel() == Channel.KEY,
        () -> false,
        rejected -> false,
        barred -> false,
        () -> false);
  }

  /** What carries a credential. */
  enum Channel {
    /** The connection itself: an internal port. */
    PORT,
    /** The headers of a proxy in front. */
    PROXY,
    /** The {@code Authorization} header, with the token of a session or something unknown. */
    HEADER,
    /** The {@code Authorization} header, with an API key. */
    KEY,
    /** The session cookie. */
    COOKIE
  }

  /**
   * A credential was presented and is good.
   *
   * @param identity whose it is
   * @param channel what carried it
   * @param expiresAt when it stops being good, if it does
   * @param refreshed the session with a new token, when it was due
   */
  record Admitted(
      Identity identity, Channel channel, Optional<Instant> expiresAt, Optional<Opened> refreshed)
      implements Verdict {

    /** Whether a browser sends it by itself, so that a foreign page could ride on it. */
    boolean isAmbient() {
      return channel != Channel.HEADER && channel != Channel.KEY;
    }

    @Override
    public <R> R fold(
        Function<Admitted, R> admitted,
        Supplier<R> stranger,
        Function<Rejected, R> rejected,
        Function<Barred, R> barred,
        Supplier<R> unavailable) {
      return admitted.apply(this);
    }
  }

  /** No credential was presented. */
  record Stranger() implements Verdict {
    @Override
    public <R> R fold(
        Function<Admitted, R> admitted,
        Supplier<R> stranger,
        Function<Rejected, R> rejected,
        Function<Barred, R> barred,
        Supplier<R> unavailable) {
      return stranger.get();
    }
  }

  /**
   * A credential was presented and is not good.
   *
   * @param channel what carried it; a cookie is then taken back
   */
  record Rejected(Channel channel) implements Verdict {
    @Override
    public <R> R fold(
        Function<Admitted, R> admitted,
        Supplier<R> stranger,
        Function<Rejected, R> rejected,
        Function<Barred, R> barred,
        Supplier<R> unavailable) {
      return rejected.apply(this);
    }
  }

  /**
   * A credential was presented and is good, but whoever it names has no business here.
   *
   * @param channel what carried it
   */
  record Barred(Channel channel) implements Verdict {
    @Override
    public <R> R fold(
        Function<Admitted, R> admitted,
        Supplier<R> stranger,
        Function<Rejected, R> rejected,
        Function<Barred, R> barred,
        Supplier<R> unavailable) {
      return barred.apply(this);
    }
  }

  /** It could not be decided: something the decision needs is down. */
  record Unavailable() implements Verdict {
    @Override
    public <R> R fold(
        Function<Admitted, R> admitted,
        Supplier<R> stranger,
        Function<Rejected, R> rejected,
        Function<Barred, R> barred,
        Supplier<R> unavailable) {
      return unavailable.get();
    }
  }
}
