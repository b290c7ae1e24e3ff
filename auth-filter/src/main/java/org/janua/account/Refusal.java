package org.janua.account;

import org.janua.throttle.Pause;

/**
 * Why a change was refused, in words for the person who asked.
 *
 * @param kind what sort of refusal it is
 * @param field the input at fault, or empty when none is
 * @param message one sentence, without secrets
 * @param seconds how long to wait before trying again, when it is {@link Kind#LIMITED}; else 0
 */
public record Refusal(Kind kind, String field, String message, long seconds) {

  /** One that no waiting helps against, or that says by its kind how long. */
  public Refusal(Kind kind, String field, String message) {
    this(kind, field, message, 0);
  }

  /** The sorts of refusal, as HTTP tells them apart. */
  public enum Kind {
    /** The input breaks a rule. */
    INVALID,
    /** The caller may not do this. */
    FORBIDDEN,
    /** There is no such thing. */
    NOT_FOUND,
    /** It contradicts what is there. */
    CONFLICT,
    /** Too much is going on; trying again shortly helps. */
    BUSY,
    /** Too much has failed; trying again after the wait helps. */
    LIMITED
  }

  static final Refusal BUSY =
      new Refusal(Kind.BUSY, "", "Too many passwords are being checked right now.");
  static final Refusal NO_SUCH_USER = new Refusal(Kind.NOT_FOUND, "", "There is no such user.");

  static Refusal limited(Pause pause) {
    return new Refusal(Kind.LIMITED, "", pause.reason(), pause.seconds());
  }

  /** A field that breaks a rule; the message says what would do. */
  public static Refusal invalid(String field, String message) {
    return new Refusal(Kind.INVALID, field, message);
  }
}
