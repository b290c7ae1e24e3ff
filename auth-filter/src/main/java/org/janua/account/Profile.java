package org.janua.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.janua.text.Line;

/**
 * What is shown of a person. Every field may be {@code null}: not given.
 *
 * @param displayName at most 255 characters, no control characters
 * @param email one address
 * @param avatarUrl an http or https address
 */
public record Profile(String displayName, String email, String avatarUrl) {

  private static final int LONGEST = 255;

  Optional<Refusal> check() {
    if (displayName != null && !isLine(displayName)) {
      return invalid("display_name", "Must be at most 255 characters on one line.");
    }
    if (email != null && !isAddress(email)) {
      return invalid("email", "Must be an e-mail address such as alice@example.org.");
    }
    return avatarUrl == null || isWebAddress(avatarUrl)
        ? Optional.empty()
        : invalid("avatar_url", "Must be an address such as https://example.org/alice.png.");
  }

  private static Optional<Refusal> invalid(String field, String message) {
    return Optional.of(Refusal.invalid(field, message));
  }

  /** At most 255 characters, none of them a control character. */
  static boolean isLine(String text) {
    return text.length() <= LONGEST && Line.is(text);
  }

  private static boolean isAddress(String text) {
    int at = text.indexOf('@');
    boolean one = at > 0 && at == text.lastIndexOf('@') && at < text.length() - 1;
    return one && isLine(text) && text.chars().noneMatch(Profile::isForbiddenInAddress);
  }

  private static boolean isForbiddenInAddress(int character) {
    return character <= ' ' || "\",;:<>()[]\\".indexOf(character) >= 0;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null && isLine(text);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
