package org.janua.web.pages;

/** The request header by which a client says what it already has (RFC 9110 13.1.2). */
final class IfNoneMatch {

  private IfNoneMatch() {}

  /**
   * Whether the header names this entity tag, or everything by {@code *}. Weak comparison (RFC 9110
   * 8.8.3.2): a proxy may have put {@code W/} in front. Splitting at commas is safe because our own
   * tags contain none.
   */
  static boolean names(String tag, String header) {
    for (String candidate : header.split(",")) {
      String named = candidate.strip();
      if (named.equals("*") || named.equals(tag) || named.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
