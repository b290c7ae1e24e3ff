package org.janua.account;

/**
 * Why a change was refused, in words for the person who asked.
 *
 * @param kind what sort of refusal it is
 * @param field the input at fault, or empty when none is
 * @param message one sentence, without secrets
 */
public record Refusal(Kind kind, String field, String message) {

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
    BUSY
  }

  static final Refusal BUSY =
      new Refusal(Kind.BUSY, "", "Too many passwords are being checked right now.");
  static final Refusal NO_SUCH_USER = new Refusal(Kind.NOT_FOUND, "", "There is no such user.");
  static final Refusal LAST_ADMIN =
      new Refusal(Kind.CONFLICT, "", "This is the last active administrator.");

  static Refusal invalid(String field, String message) {
    return new Refusal(Kind.INVALID, field, message);
  }
}
