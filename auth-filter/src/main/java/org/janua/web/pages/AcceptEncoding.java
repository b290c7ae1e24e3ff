package org.janua.web.pages;

import java.util.Locale;
import java.util.regex.Pattern;

/** The request header that says which compressions a client reads (RFC 9110 12.5.3). */
final class AcceptEncoding {

  private static final Pattern GZIP = Pattern.compile("gzip\\s*(;.*)?");
  private static final Pattern REFUSED = Pattern.compile(".*;\\s*q\\s*=\\s*0(\\.0*)?\\s*");

  private AcceptEncoding() {}

  /** Whether gzip is asked for by its name and not refused by {@code q=0}. */
  static boolean allowsGzip(String header) {
    for (String coding : header.toLowerCase(Locale.ROOT).split(",")) {
      if (GZIP.matcher(coding.strip()).matches()) {
        return !REFUSED.matcher(coding).matches();
      }
    }
    return false;
  }
}
