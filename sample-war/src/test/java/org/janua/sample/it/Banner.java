package org.janua.sample.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The first administrator's name and password as they stand in a server's log. */
final class Banner {

  /**
   * A server may put its own prefix on the same line as the text's first line, not on the others.
   */
  private static final Pattern STARS = Pattern.compile("\\*{10,}");

  private Banner() {}

  /** Every banner in the log, in order. */
  static List<Site.Credentials> all(List<String> log) {
    List<String> lines = log.stream().map(String::strip).toList();
    List<Site.Credentials> found = new ArrayList<>();
    for (int i = 0; i + 3 < lines.size(); i++) {
      if (isStars(lines.get(i)) && isStars(lines.get(i + 3))) {
        found.add(new Site.Credentials(lines.get(i + 1), lines.get(i + 2)));
      }
    }
    return found;
  }

  private static boolean isStars(String line) {
    return STARS.matcher(line).matches();
  }
}
