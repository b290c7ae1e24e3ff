package org.janua.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * How mails are sent.
 *
 * @param route by which way
 * @param sender from whom
 */
public record Mail(Route route, Sender sender) {

  /** By which way: by a mail session of the server's, or by a mail server. */
  public sealed interface Route {
    /** Answers for one of the two cases. */
    <R> R fold(Function<ServerSession, R> session, Function<Smtp, R> smtp);
  }

  /** A mail session that the server keeps. */
  public record ServerSession(String jndiName) implements Route {
    @Override
    public <R> R fold(Function<ServerSession, R> session, Function<Smtp, R> smtp) {
      return session.apply(this);
    }
  }

  /**
   * A mail server.
   *
   * @param port 1 to 65535
   * @param login what it wants to be shown, if anything
   */
  public record Smtp(String host, int port, Security security, Optional<SmtpLogin> login)
      implements Route {
    @Override
    public <R> R fold(Function<ServerSession, R> session, Function<Smtp, R> smtp) {
      return smtp.apply(this);
    }
  }

  /** How the connection to a mail server is kept secret. */
  public enum Security {
    /** By STARTTLS (RFC 3207), or nothing is sent. */
    STARTTLS(587),
    /** By TLS from the first byte (RFC 8314). */
    TLS(465),
    /** Not at all. */
    NONE(25);

    private final int port;

    Security(int port) {
      this.port = port;
    }

    int usualPort() {
      return port;
    }
  }

  /**
   * From whom mails are.
   *
   * @param name what people read instead of the address; empty: none
   * @param address one address, visible ASCII
   */
  public record Sender(String name, String address) {}
}
