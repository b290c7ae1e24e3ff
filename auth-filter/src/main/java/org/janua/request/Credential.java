package org.janua.request;

import java.util.function.Function;
import java.util.function.Supplier;
import org.janua.apikey.KeyText;
import org.janua.provider.proxy.Vouched;
import org.janua.request.Verdict.Channel;

/** What a request presents to prove who sent it: exactly one thing, or nothing. */
sealed interface Credential {

  /** Answers from whichever case it is. */
  <R> R fold(
      Supplier<R> none,
      Supplier<R> internalPort,
      Function<Proxied, R> proxied,
      Function<Token, R> token,
      Function<Key, R> key,
      Function<Unusable, R> unusable);

  /** Nothing was presented. */
  record None() implements Credential {
    @Override
    public <R> R fold(
        Supplier<R> none,
        Supplier<R> internalPort,
        Function<Proxied, R> proxied,
        Function<Token, R> token,
        Function<Key, R> key,
        Function<Unusable, R> unusable) {
      return none.get();
    }
  }

  /** The connection came in by an internal port; headers do not count. */
  record InternalPort() implements Credential {
    @Override
    public <R> R fold(
        Supplier<R> none,
        Supplier<R> internalPort,
        Function<Proxied, R> proxied,
        Function<Token, R> token,
        Function<Key, R> key,
        Function<Unusable, R> unusable) {
      return internalPort.get();
    }
  }

  /**
   * A proxy in front proved itself and said who is calling.
   *
   * @param caller whom it named, or who stands in where it named nobody
   */
  record Proxied(Vouched.Named caller) implements Credential {
    @Override
    public <R> R fold(
        Supplier<R> none,
        Supplier<R> internalPort,
        Function<Proxied, R> proxied,
        Function<Token, R> token,
        Function<Key, R> key,
        Function<Unusable, R> unusable) {
      return proxied.apply(this);
    }
  }

  /** A session token. Not a record: it is a secret. */
  final class Token implements Credential {
    private final String text;
    private final Channel channel;

    Token(String text, Channel channel) {
      this.text = text;
      this.channel = channel;
    }

    String reveal() {
      return text;
    }

    Channel channel() {
      return channel;
    }

    @Override
    public <R> R fold(
        Supplier<R> none,
        Supplier<R> internalPort,
        Function<Proxied, R> proxied,
        Function<Token, R> token,
        Function<Key, R> key,
        Function<Unusable, R> unusable) {
      return token.apply(this);
    }

    @Override
    public String toString() {
      return "Token[" + channel + "]";
    }
  }

  /** An API key. Not a record: it is a secret. */
  final class Key implements Credential {
    private final KeyText text;

    Key(KeyText text) {
      this.text = text;
    }

    KeyText text() {
      return text;
    }

    @Override
    public <R> R fold(
        Supplier<R> none,
        Supplier<R> internalPort,
        Function<Proxied, R> proxied,
        Function<Token, R> token,
        Function<Key, R> key,
        Function<Unusable, R> unusable) {
      return key.apply(this);
    }

    @Override
    public String toString() {
      return "Key[redacted]";
    }
  }

  /**
   * Something was presented that cannot be one credential: two of a kind, no known form, or of a
   * kind that is not taken here.
   *
   * @param channel where it was
   * @param why for the operator; empty where it goes without saying
   */
  record Unusable(Channel channel, String why) implements Credential {

    /** One of which nothing more is to be said. */
    Unusable(Channel channel) {
      this(channel, "");
    }

    @Override
    public <R> R fold(
        Supplier<R> none,
        Supplier<R> internalPort,
        Function<Proxied, R> proxied,
        Function<Token, R> token,
        Function<Key, R> key,
        Function<Unusable, R> unusable) {
      return unusable.apply(this);
    }
  }
}
