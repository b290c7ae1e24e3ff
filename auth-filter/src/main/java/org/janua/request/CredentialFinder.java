package org.janua.request;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.janua.apikey.KeyText;
import org.janua.provider.proxy.ProxyHeaders;
import org.janua.provider.proxy.Vouched;
import org.janua.request.Verdict.Channel;

/**
 * Finds the one credential of a request, in the order internal port, headers of a proxy, {@code
 * Authorization}, cookie. A credential that is there decides, however malformed: there is no
 * falling through to a weaker one.
 */
public final class CredentialFinder {

  private static final Logger LOG = System.getLogger(CredentialFinder.class.getName());

  /** RFC 6750 2.1; the scheme in any case (RFC 9110 11.1). */
  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\w~+/.-]+=*)");

  private final Set<Integer> internalPorts;
  private final Optional<ProxyHeaders> proxy;
  private final boolean ownSignIn;
  private final SessionCookie cookie;

  /**
   * Wires it.
   *
   * @param internalPorts local ports, 1 to 65535, whose requests are trusted as they are
   * @param proxy reads what a proxy says, where one may say who is calling
   * @param ownSignIn whether tokens of Janua's own are taken
   */
  public CredentialFinder(
      Set<Integer> internalPorts,
      Optional<ProxyHeaders> proxy,
      boolean ownSignIn,
      SessionCookie cookie) {
    this.internalPorts = Set.copyOf(internalPorts);
    this.proxy = proxy;
    this.ownSignIn = ownSignIn;
    this.cookie = cookie;
  }

  Credential find(Inbound request) {
    if (internalPorts.contains(request.localPort())) {
      return new Credential.InternalPort();
    }
    Vouched said =
        proxy
            .map(headers -> headers.read(request.isViaTrustedProxy(), request::headers))
            .orElseGet(Vouched.Silent::new);
    return said.fold(
        () -> token(request),
        unproven -> refused(request, unproven),
        nameless -> standIn(request, nameless),
        Credential.Proxied::new);
  }

  /** The token in the session cookie; empty when there is not exactly one. */
  Optional<Credential.Token> tokenInCookie(Inbound request) {
    return inCookie(request) instanceof Credential.Token token
        ? Optional.of(token)
        : Optional.empty();
  }

  private static Credential refused(Inbound request, Vouched.Unproven unproven) {
    LOG.log(
        Level.INFO,
        "Sign-in by a proxy is refused for a request from {0}: {1}",
        request.address(),
        unproven.why());
    return new Credential.Unusable(Channel.PROXY, unproven.why());
  }

  /** Where the proxy names nobody, whoever signed in to Janua itself goes first. */
  private Credential standIn(Inbound request, Vouched.Nameless nameless) {
    Credential own = token(request);
    return own instanceof Credential.None
        ? nameless
            .standIn()
            .<Credential>map(Credential.Proxied::new)
            .orElseGet(() -> ownSignIn ? own : new Credential.Unusable(Channel.PROXY))
        : own;
  }

  private Credential token(Inbound request) {
    List<String> authorization = request.headers("Authorization");
    Credential found = authorization.isEmpty() ? inCookie(request) : inHeader(authorization);
    return ownSignIn ? found : notTaken(found);
  }

  private static Credential notTaken(Credential found) {
    return found.fold(
        () -> found,
        () -> found,
        proxied -> found,
        token -> new Credential.Unusable(token.channel()),
        key -> new Credential.Unusable(Channel.KEY),
        unusable -> found);
  }

  private static Credential inHeader(List<String> lines) {
    Matcher bearer = BEARER.matcher(lines.get(0));
    return lines.size() == 1 && bearer.matches()
        ? borne(bearer.group(1))
        : new Credential.Unusable(Channel.HEADER);
  }

  /** What looks like a key is never read as a token, not even when it is no key. */
  private static Credential borne(String text) {
    return text.startsWith(KeyText.PREFIX)
        ? KeyText.parse(text)
            .<Credential>map(Credential.Key::new)
            .orElseGet(() -> new Credential.Unusable(Channel.KEY))
        : new Credential.Token(text, Channel.HEADER);
  }

  private Credential inCookie(Inbound request) {
    List<String> values = cookie.values(request);
    return switch (values.size()) {
      case 0 -> new Credential.None();
      case 1 -> new Credential.Token(values.get(0), Channel.COOKIE);
      default -> new Credential.Unusable(Channel.COOKIE); // one of them may have been planted
    };
  }
}
