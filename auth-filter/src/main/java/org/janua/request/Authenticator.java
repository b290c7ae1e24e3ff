package org.janua.request;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.janua.access.Actor;
import org.janua.access.Entitlement;
import org.janua.access.Identity;
import org.janua.access.Rights;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent.Outcome;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.apikey.KeyBook;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.jpa.DatabaseUnavailable;
import org.janua.provider.proxy.Vouched;
import org.janua.request.Verdict.Channel;
import org.janua.session.Opened;
import org.janua.session.SessionBook;
import org.janua.session.Snapshot;
import org.janua.token.Claims;
import org.janua.token.Tokens;

/**
 * Decides who sent a request: credential, then token and session, or key. Thread-safe; reads memory
 * only while what is remembered is fresh.
 */
public final class Authenticator {

  private static final Logger LOG = System.getLogger(Authenticator.class.getName());

  private final CredentialFinder credentials;
  private final Tokens tokens;
  private final SessionBook sessions;
  private final KeyBook keys;
  private final Predicate<String> inactive;
  private final Function<String, Entitlement> entitlements;
  private final Audit audit;
  private final Identity internal;

  /**
   * Wires it.
   *
   * @param credentials finds what a request presents
   * @param inactive whether an account of this name is there and switched off
   * @param entitlements what a role gives
   */
  public Authenticator(
      CredentialFinder credentials,
      Tokens tokens,
      SessionBook sessions,
      KeyBook keys,
      Predicate<String> inactive,
      Function<String, Entitlement> entitlements,
      Rights rights,
      Audit audit) {
    this.credentials = credentials;
    this.tokens = tokens;
    this.sessions = sessions;
    this.keys = keys;
    this.inactive = inactive;
    this.entitlements = entitlements;
    this.audit = audit;
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
              proxied -> admitNamed(request, proxied.caller()),
              this::check,
              key -> check(key, request),
              unusable -> refused(request, unusable));
    } catch (DatabaseUnavailable e) {
      LOG.log(Level.WARNING, "A request is answered 503: {0}", e.getMessage());
      return new Verdict.Unavailable();
    } catch (RuntimeException e) { // whatever it is, it is no reason to let anybody in
      LOG.log(Level.ERROR, "A request is answered 503: it could not be decided", e);
      return new Verdict.Unavailable();
    }
  }

  /** Whose session the cookie names, whatever else may answer for the sender of the request. */
  public Optional<Identity> inCookie(Inbound request) {
    return credentials
        .tokenInCookie(request)
        .flatMap(token -> tokens.verify(token.reveal()))
        .flatMap(sessions::find)
        .map(Snapshot::identity);
  }

  private Verdict refused(Inbound request, Credential.Unusable unusable) {
    if (!unusable.why().isEmpty()) {
      note(request, Party.NONE, unusable.why());
    }
    return new Verdict.Rejected(unusable.channel());
  }

  /** What a proxy says of a caller and is not taken. */
  private void note(Inbound request, Party subject, String reason) {
    audit.note(
        Actor.stranger(request.client()),
        Action.SIGN_IN_FAILED,
        subject,
        Outcome.FAILURE,
        Details.of("provider", "proxy").with("reason", reason));
  }

  private Verdict admitInternal() {
    return new Verdict.Admitted(internal, Channel.PORT, Optional.empty(), Optional.empty());
  }

  /** The proxy answers for the name; what it may do here, and whether, is decided here. */
  private Verdict admitNamed(Inbound request, Vouched.Named caller) {
    if (inactive.test(caller.name())) {
      note(request, Subject.named(caller.name()), "inactive");
      return new Verdict.Rejected(Channel.PROXY);
    }
    return caller
        .role()
        .<Verdict>map(
            role ->
                new Verdict.Admitted(
                    Identity.withoutAccount(caller.name(), role, entitlements.apply(role)),
                    Channel.PROXY,
                    Optional.empty(),
                    Optional.empty()))
        .orElseGet(() -> new Verdict.Barred(Channel.PROXY));
  }

  private Verdict check(Credential.Token credential) {
    Optional<Claims> claims = tokens.verify(credential.reveal());
    return claims
        .flatMap(sessions::find)
        .<Verdict>map(session -> admit(credential.channel(), claims.orElseThrow(), session))
        .orElseGet(() -> new Verdict.Rejected(credential.channel()));
  }

  private Verdict check(Credential.Key credential, Inbound request) {
    return keys.find(credential.text(), request.client())
        .<Verdict>map(
            key ->
                new Verdict.Admitted(
                    key.identity(), Channel.KEY, key.expiresAt(), Optional.empty()))
        .orElseGet(() -> new Verdict.Rejected(Channel.KEY));
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
