package org.janua.sample.browser;

/** A name and its password; the password is never printed. */
final class Credentials {

  private final String username;
  private final String password;

  Credentials(String username, String password) {
    this.username = username;
    this.password = password;
  }

  String username() {
    return username;
  }

  String password() {
    return password;
  }

  @Override
  public String toString() {
    return username + ":[redacted]";
  }
}
