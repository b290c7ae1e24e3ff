package org.janua.account;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.janua.jpa.UserRow;
import org.janua.mail.Letter;

/**
 * What is written about forgotten passwords. User names are in the text only, and hold no line
 * break; nothing that somebody typed into a form is in a mail. Immutable.
 */
final class ResetLetters {

  private final String site;
  private final String place;

  /**
   * Letters about one application.
   *
   * @param baseUrl its public address
   */
  ResetLetters(URI baseUrl) {
    this.site = baseUrl.toString();
    this.place = baseUrl.getRawAuthority() + baseUrl.getRawPath();
  }

  /** The way to a new password, for each of the accounts of one address. */
  Letter links(String to, List<ForgottenPassword.Made> links) {
    String each =
        links.stream()
            .map(one -> one.user().username() + "\n" + one.link().reveal() + "\n\n")
            .collect(Collectors.joining());
    return new Letter(
        to,
        "Set a new password for " + place,
        lines(
            "Hello,",
            "",
            "somebody, hopefully you, asked for a new password at " + site + ".",
            "By this link you set it. It works once, and for "
                + ResetLink.LIFE.toMinutes()
                + " minutes:",
            "",
            each
                + "If you did not ask for it, do nothing: your password stays as it is. Do not"
                + " pass this mail on."));
  }

  /** Says that it has happened, so that its owner hears of it whoever did it. */
  Letter changed(UserRow user) {
    return new Letter(
        user.email(),
        "Your password for " + place + " was changed",
        lines(
            "Hello,",
            "",
            "the password of " + user.username() + " at " + site + " was just set anew by a link.",
            "Everybody who was signed in with this account was signed out.",
            "",
            "If that was not you, ask for a new password at once, and tell an administrator:",
            site + "/auth/login#forgotten"));
  }

  private static String lines(String... lines) {
    return String.join("\n", List.of(lines)) + "\n";
  }
}
