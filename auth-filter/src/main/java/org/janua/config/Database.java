package org.janua.config;

/** Where the tables are: a JDBC URL or a JNDI name. Immutable; may hold a password. */
public final class Database {
  private final String text;

  private Database(String text) {
    this.text = text;
  }

  /** Wraps a JDBC URL ({@code jdbc:h2:…}) or the JNDI name of a data source. */
  public static Database of(String text) {
    return new Database(text);
  }

  /** The URL or name, credentials included. */
  public String reveal() {
    return text;
  }

  /** Names the place without what may be a credential: the URL's parameters and user. */
  @Override
  public String toString() {
    String place = text.replaceFirst("(?s)[?;].*", "");
    // where a user ends cannot be told for sure: a password may hold any of : / ? @
    boolean showsUser = text.startsWith("jdbc:") && text.indexOf('@') >= 0;
    return showsUser ? place.replaceFirst("(?s)^(jdbc:[^:]*:).*", "$1...") : place;
  }
}
