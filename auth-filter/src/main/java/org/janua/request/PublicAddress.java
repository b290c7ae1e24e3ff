package org.janua.request;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The address under which a browser reached the application: what its pages have for an origin, and
 * whether the way to it is encrypted. Behind a proxy this is not what the connection says.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority host and, where it is not the usual one, port
 */
public record PublicAddress(String scheme, String authority) {

  private static final Pattern SCHEME = Pattern.compile("(?i)https?");

  /** Host and port of RFC 3986 3.2, as far as a browser writes them. */
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  /** A host that nobody has (RFC 6761 6.4). */
  private static final String NOBODY = "host.invalid";

  /**
   * The address that a client says it asked for. A {@code Host} that cannot be one is no origin of
   * anybody's and nowhere to lead to.
   */
  public static PublicAddress reached(boolean encrypted, String authority) {
    boolean can = AUTHORITY.matcher(authority).matches();
    return new PublicAddress(encrypted ? "https" : "http", can ? authority : NOBODY);
  }

  /** The address that is configured. */
  public static PublicAddress of(URI configured) {
    return new PublicAddress(
        configured.getScheme().toLowerCase(Locale.ROOT), configured.getRawAuthority());
  }

  /**
   * The same as a proxy in front saw it. Each of {@code X-Forwarded-Proto} and {@code
   * X-Forwarded-Host} counts if it has exactly one value and that value can be one; a list such as
   * {@code https,http} says of somebody that it is encrypted, but not of whom.
   *
   * @param headers the lines of a header; to be asked only for a trusted peer
   */
  public PublicAddress forwarded(Function<String, List<String>> headers) {
    return new PublicAddress(
        only(headers.apply("X-Forwarded-Proto"), SCHEME)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .orElse(scheme),
        only(headers.apply("X-Forwarded-Host"), AUTHORITY).orElse(authority));
  }

  private static Optional<String> only(List<String> lines, Pattern form) {
    return lines.size() == 1
        ? Optional.of(lines.get(0).strip()).filter(value -> form.matcher(value).matches())
        : Optional.empty();
  }

  /** Whether the browser's connection is encrypted. */
  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** Scheme and authority, such as {@code https://example.org}. */
  public String origin() {
    return scheme + "://" + authority;
  }
}
