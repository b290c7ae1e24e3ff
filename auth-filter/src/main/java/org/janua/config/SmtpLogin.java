package org.janua.config;

/** What a mail server wants to be shown. Not a record: the password is a secret. Immutable. */
public final class SmtpLogin {
  private final String user;
  private final String password;

  /** A name and its password. */
  public SmtpLogin(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** The name. */
  public String user() {
    return user;
  }

  /** The password; goes to the mail server and nowhere else. */
  public String reveal() {
    return password;
  }

  @Override
  public String toString() {
    return "SmtpLogin[" + user + ", redacted]";
  }
}
