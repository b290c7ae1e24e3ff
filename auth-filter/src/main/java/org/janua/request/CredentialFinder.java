package org.janua.request;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.janua.request.Verdict.Channel;

/**
 * Finds the one credential of a request, in the order internal port, {@code Authorization}, cookie.
 * A credential that is there decides, however malformed: there is no falling through to a weaker
 * one.
 */
final class CredentialFinder {

  /** RFC 6750 2.1; the scheme in any case (RFC 9110 11.1). */
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\w~+/.-]+=*)");

  private final Set<Integer> internalPorts;
  private final SessionCookie cookie;

  CredentialFinder(Set<Integer> internalPorts, SessionCookie cookie) {
    this.internalPorts = Set.copyOf(internalPorts);
    this.cookie = cookie;
  }

  Credential find(Inbound request) {
    if (internalPorts.contains(request.localPort())) {
      return new Credential.InternalPort();
    }
    List<String> authorization = request.headers("Authorization");
    return authorization.isEmpty() ? inCookie(request) : inHeader(authorization);
  }

  private static Credential inHeader(List<String> lines) {
    Matcher bearer = BEARER.matcher(lines.get(0));
    return lines.size() == 1 && bearer.matches()
        ? new Credential.Token(bearer.group(1), Channel.HEADER)
        : new Credential.Malformed(Channel.HEADER);
  }

  private Credential inCookie(Inbound request) {
    List<String> values = cookie.values(request);
    return switch (values.size()) {
      case 0 -> new Credential.None();
      case 1 -> new Credential.Token(values.get(0), Channel.COOKIE);
      default -> new Credential.Malformed(Channel.COOKIE); // one of them may have been planted
    };
  }
}
