package org.janua.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One element of {@code X-Forwarded-For}: an address, perhaps with a port, brackets or quotes round
 * it. The header has no grammar of its own; this is that of a node in RFC 7239 6, and the bare
 * address of version 6 that most proxies write.
 */
final class Hop {

  private static final String PORT = "(?::[0-9]{1,5})?";
  private static final Pattern BRACKETS = Pattern.compile("\\[([0-9a-fA-F:.]+)]" + PORT);
  private static final Pattern DECIMAL = Pattern.compile("([0-9.]+)" + PORT);
  private static final int LONGEST = 64;

  private Hop() {}

  /** The address; empty for anything else, such as {@code unknown} or a name. */
  static Optional<IpAddress> parse(String element) {
    String text = element.strip();
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String node = unquoted(text);
    Matcher brackets = BRACKETS.matcher(node);
    if (brackets.matches()) {
      return IpAddress.parse(brackets.group(1)).filter(address -> brackets.group(1).contains(":"));
    }
    Matcher decimal = DECIMAL.matcher(node);
    return IpAddress.parse(decimal.matches() ? decimal.group(1) : node);
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
