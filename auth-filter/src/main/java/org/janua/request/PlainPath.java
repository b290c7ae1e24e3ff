package org.janua.request;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * Whether a path can be read in one way only. Servers differ in what they make of {@code ;}, {@code
 * //}, dots and encoded slashes; under {@code /auth} such a path is refused, so that rule and
 * resource never look at different things.
 */
final class PlainPath {

  private static final String SIGNS = "-._~!$&'()*+,=:@";

  private static final String DECODED_TO_SOMETHING_ELSE = "./\\;%";

  private PlainPath() {}

  /** Judges the path of a request target as sent, without its query. */
  static boolean isPlain(String target) {
    return isPlain(target, DECODED_TO_SOMETHING_ELSE);
  }

  /**
   * The same where a segment may be a name with a percent sign in it. Only for a part of the area
   * where every path asks the same of its caller: a server that decoded twice would find another
   * one there.
   */
  static boolean isPlainName(String target) {
    return isPlain(target, DECODED_TO_SOMETHING_ELSE.replace("%", ""));
  }

  private static boolean isPlain(String target, String refused) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return path.startsWith("/")
        && Arrays.stream(path.substring(1).split("/", -1))
            .allMatch(segment -> isPlainSegment(segment, refused));
  }

  /**
   * Whether every percent sign in the query of a request target begins an escape (RFC 3986 2.1).
   * Some implementations of JAX-RS die of one that does not before any of our code is asked.
   */
  static boolean isQueryWhole(String target) {
    int query = target.indexOf('?');
    return query < 0
        || IntStream.range(query, target.length())
            .allMatch(i -> target.charAt(i) != '%' || isEscape(target, i));
  }

  private static boolean isPlainSegment(String segment, String refused) {
    if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
      return false;
    }
    int i = 0;
    while (i < segment.length()) {
      int width = width(segment, i, refused);
      if (width == 0) {
        return false;
      }
      i += width;
    }
    return true;
  }

  /** How many characters the next sign takes; 0 when it is not accepted. */
  private static int width(String segment, int at, String refused) {
    char c = segment.charAt(at);
    if (c == '%') {
      return isPlainEscape(segment, at, refused) ? 3 : 0;
    }
    boolean letterOrDigit = c < 128 && Character.isLetterOrDigit(c);
    return letterOrDigit || SIGNS.indexOf(c) >= 0 ? 1 : 0;
  }

  private static boolean isPlainEscape(String segment, int at, String refused) {
    if (!isEscape(segment, at)) {
      return false;
    }
    int octet = HexFormat.fromHexDigits(segment, at + 1, at + 3);
    return octet >= ' ' && octet != 0x7f && refused.indexOf(octet) < 0;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }
}
