package org.janua.network;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All addresses that begin alike. A network of version 4 and the same one mapped into version 6 are
 * equal; a network of version 6 holds no address of version 4.
 *
 * @param base its first address
 * @param bits how many of the 128 bits of an address its addresses share; for version 4 at least 96
 */
public record Network(IpAddress base, int bits) {

  private static final int ALL_BITS = 128;
  private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

  /** Refuses a base that has bits set after the shared ones. */
  public Network {
    if (bits < 0 || bits > ALL_BITS || !base.first(bits).equals(base)) {
      throw new IllegalArgumentException(base + " is no network of " + bits + " bits");
    }
  }

  /**
   * Reads CIDR notation (RFC 4632 3.1, RFC 4291 2.3), or one address. Empty when it is neither:
   * bits set after the prefix, a prefix that is too long, a name, nothing.
   */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? IpAddress.parse(text).map(address -> new Network(address, ALL_BITS))
        : parse(text.substring(0, slash), text.substring(slash + 1));
  }

  private static Optional<Network> parse(String address, String length) {
    int before = address.indexOf(':') < 0 ? IpAddress.MAPPED_BITS : 0;
    Optional<Integer> bits =
        Optional.of(length)
            .filter(text -> LENGTH.matcher(text).matches())
            .map(text -> before + Integer.parseInt(text))
            .filter(count -> count <= ALL_BITS);
    return bits.flatMap(
        count ->
            IpAddress.parse(address)
                .filter(base -> base.first(count).equals(base))
                .map(base -> new Network(base, count)));
  }

  /** Whether an address is in it. */
  public boolean contains(IpAddress address) {
    return address.isVersion4() == base.isVersion4() && address.first(bits).equals(base);
  }

  /** Whether every address of its version is in it. */
  public boolean isEverything() {
    return bits == (base.isVersion4() ? IpAddress.MAPPED_BITS : 0);
  }

  /** Canonical CIDR notation. */
  @Override
  public String toString() {
    return base + "/" + (base.isVersion4() ? bits - IpAddress.MAPPED_BITS : bits);
  }
}
