package org.janua.request;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.janua.access.Identity;
import org.janua.access.Rights;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.request.Verdict.Channel;
import org.janua.session.Opened;
import org.janua.session.SessionBook;
import org.janua.session.Snapshot;
import org.janua.token.Claims;
import org.janua.token.Tokens;

/**
 * Decides who sent a request: credential, token, session. Thread-safe; reads memory only while the
 * session's snapshot is fresh.
 */
public final class Authenticator {

  private static final Logger LOG = System.getLogger(Authenticator.class.getName());

  private final CredentialFinder credentials;
  private final Tokens tokens;
  private final SessionBook sessions;
  private final Identity internal;

  /**
   * Wires it.
   *
   * @param internalPorts local ports, 1 to 65535, whose requests are trusted as they are
   */
  public Authenticator(
      Set<Integer> internalPorts,
      SessionCookie cookie,
      Tokens tokens,
      SessionBook sessions,
      Rights rights) {
    this.credentials = new CredentialFinder(internalPorts, cookie);
    this.tokens = tokens;
    this.sessions = sessions;
    this.internal = Identity.internal(rights);
  }

  /** Decides; never throws for what a client can send. */
  public Verdict authenticate(Inbound request) {
    try {
      return credentials
          .find(request)
          .fold(
              Verdict.Stranger::new,
              this::admitInternal,
              this::check,
              malformed -> new Verdict.Rejected(malformed.channel()));
    } catch (DatabaseUnavailable e) {
      LOG.log(Level.WARNING, "A request is answered 503: {0}", e.getMessage());
      return new Verdict.Unavailable();
    } catch (RuntimeException e) { // whatever it is, it is no reason to let anybody in
      LOG.log(Level.ERROR, "A request is answered 503: it could not be decided", e);
      return new Verdict.Unavailable();
    }
  }

  private Verdict admitInternal() {
    return new Verdict.Admitted(internal, Channel.PORT, Optional.empty(), Optional.empty());
  }

  private Verdict check(Credential.Token credential) {
    Optional<Claims> claims = tokens.verify(credential.reveal());
    return claims
        .flatMap(sessions::find)
        .<Verdict>map(session -> admit(credential.channel(), claims.orElseThrow(), session))
        .orElseGet(() -> new Verdict.Rejected(credential.channel()));
  }

  /** Only the cookie is refreshed: a program that holds a token must come back for another. */
  private Verdict admit(Channel channel, Claims claims, Snapshot session) {
    Optional<Opened> refreshed =
        channel == Channel.COOKIE ? sessions.refresh(claims, session) : Optional.empty();
    return new Verdict.Admitted(
        refreshed.map(Opened::identity).orElse(session.identity()),
        channel,
        Optional.of(refreshed.map(Opened::expiresAt).orElse(claims.expiresAt())),
        refreshed);
  }
}
