package org.janua.network;

import java.util.List;
import java.util.Optional;

/**
 * The proxies whose word is taken for where a request came from. Immutable.
 *
 * <p>Every proxy appends the address it was called from, so the end of {@code X-Forwarded-For} was
 * written by somebody known and its beginning by anybody. The client is the right-most address that
 * is not a trusted proxy.
 */
public final class TrustedProxies {

  /** More proxies in a row than anybody has; keeps the work small whatever is sent. */
  static final int MOST_HOPS = 32;

  private final List<Network> networks;

  /** Trusts every address in these networks; none: nobody. */
  public TrustedProxies(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /**
   * Whether a peer is one of them.
   *
   * @param peer the address of the connection, as the server gives it
   */
  public boolean trust(String peer) {
    return address(peer).filter(this::trust).isPresent();
  }

  /**
   * Where a request came from, in canonical text; the peer as it is, where the server gives no
   * address. The header of a peer that is not trusted is not read. What is no address ends the walk
   * at the last good hop, and so does the end of the list when all are trusted: the answer is never
   * an address beyond something that cannot be judged.
   *
   * @param peer the address of the connection, as the server gives it
   * @param forwardedFor the lines of {@code X-Forwarded-For}, in order
   */
  public String client(String peer, List<String> forwardedFor) {
    return address(peer)
        .map(address -> trust(address) ? walk(address, String.join(",", forwardedFor)) : address)
        .map(IpAddress::toString)
        .orElse(peer);
  }

  private IpAddress walk(IpAddress peer, String hops) {
    IpAddress last = peer;
    int end = hops.length();
    for (int i = 0; i < MOST_HOPS && end >= 0 && trust(last); i++) {
      int comma = hops.lastIndexOf(',', end - 1);
      Optional<IpAddress> hop = Hop.parse(hops.substring(comma + 1, end));
      if (hop.isEmpty()) {
        return last;
      }
      last = hop.get();
      end = comma;
    }
    return last;
  }

  private boolean trust(IpAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /** A server may add the interface to a link-local address. */
  private static Optional<IpAddress> address(String peer) {
    int zone = peer.indexOf('%');
    return IpAddress.parse(zone < 0 ? peer : peer.substring(0, zone));
  }
}
