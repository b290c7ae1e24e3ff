package org.janua.request;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The path and query a person asked for, to come back to after signing in. Whatever is given, the
 * answer is a path of the same origin: anything a browser might read as an address elsewhere
 * becomes {@code /}.
 */
final class ReturnPath {

  private static final String START = "/";
  private static final int LONGEST = 2048; // characters

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#]*");

  /**
   * One slash, then printable ASCII; no backslash in the path, since browsers read it as a slash.
   */
  private static final Pattern PLAIN = Pattern.compile("/(?!/)[!-~&&[^?\\\\]]*(?:\\?[!-~]*)?");

  /** {@code .} and {@code ..}, as URL Standard 4.4 has browsers read and remove them. */
  private static final Pattern DOT_SEGMENT =
      Pattern.compile("(?i)[^?]*/(?:\\.|%2e){1,2}(?:[/?].*)?");

  private ReturnPath() {}

  /**
   * What the client of another server asked for, as that server tells: nginx in {@code
   * X-Original-URL} by the files in {@code server-config}, Traefik and Caddy in {@code
   * X-Forwarded-Uri} by themselves.
   */
  static String ofGuarded(Inbound request) {
    boolean named = !request.headers("X-Original-URL").isEmpty();
    return request
        .header(named ? "X-Original-URL" : "X-Forwarded-Uri")
        .map(ReturnPath::withoutOrigin)
        .flatMap(ReturnPath::plain)
        .orElse(START);
  }

  /** The target of a request to this application. */
  static String of(Inbound request) {
    return plain(request.target()).orElse(START);
  }

  private static String withoutOrigin(String address) {
    return ABSOLUTE.matcher(address).replaceFirst("");
  }

  private static Optional<String> plain(String target) {
    int fragment = target.indexOf('#');
    return Optional.of(fragment < 0 ? target : target.substring(0, fragment))
        .filter(path -> path.length() <= LONGEST)
        .filter(path -> PLAIN.matcher(path).matches())
        .filter(path -> !DOT_SEGMENT.matcher(path).matches());
  }
}
