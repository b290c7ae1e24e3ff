package org.janua.mail;

/** A mail in plain text. Not a record: its text may hold a secret. Immutable. */
public final class Letter {

  private final String to;
  private final String subject;
  private final String text;

  /**
   * Writes it.
   *
   * @param to one e-mail address
   * @param subject one line
   */
  public Letter(String to, String subject, String text) {
    this.to = to;
    this.subject = subject;
    this.text = text;
  }

  String to() {
    return to;
  }

  String subject() {
    return subject;
  }

  /** The text; goes into the mail and nowhere else. */
  String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "Letter[" + subject + "]";
  }
}
