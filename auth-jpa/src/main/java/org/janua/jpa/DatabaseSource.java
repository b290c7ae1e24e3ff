package org.janua.jpa;

import java.util.Objects;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Where the data lives: a JDBC URL with a small pool of our own, or a data source of the server.
 */
public final class DatabaseSource {
  private enum Kind {
    JDBC,
    JNDI
  }

  private final Kind kind;
  private final String address;

  private DatabaseSource(Kind kind, String address) {
    this.kind = kind;
    this.address = Objects.requireNonNull(address);
  }

  /** A database reached by its URL, with at most ten pooled connections. */
  public static DatabaseSource jdbc(String url) {
    return new DatabaseSource(Kind.JDBC, url);
  }

  /** A data source of the server, looked up when the database is opened. */
  public static DatabaseSource jndi(String name) {
    return new DatabaseSource(Kind.JNDI, name);
  }

  /** A setting: text that begins with {@code jdbc:} is a URL, any other a JNDI name. */
  public static DatabaseSource parse(String setting) {
    return setting.startsWith("jdbc:") ? jdbc(setting) : jndi(setting);
  }

  /** Whether the server owns the connections, and may have bound them to a transaction. */
  boolean isServers() {
    return kind == Kind.JNDI;
  }

  DataSource connect(ClassLoader loader, Closing closing) {
    return isServers()
        ? lookUp()
        : closing.add(ConnectionPool.open(DriverSource.of(address, loader)));
  }

  private DataSource lookUp() {
    try {
      if (new InitialContext().lookup(address) instanceof DataSource found) {
        return found;
      }
      throw new IllegalStateException("What is bound to " + address + " is not a data source");
    } catch (NamingException missing) {
      throw new IllegalStateException("The server has no data source " + address, missing);
    }
  }

  /** Names the place without what may be a credential: the URL's parameters and user. */
  @Override
  public String toString() {
    String place = address.replaceFirst("(?s)[?;].*", "");
    boolean showsUser = !isServers() && address.indexOf('@') >= 0;
    return showsUser ? place.replaceFirst("(?s)^(jdbc:[^:]*:).*", "$1...") : place;
  }
}
