package org.janua;

import org.janua.account.InactiveNames;
import org.janua.apikey.KeyBook;
import org.janua.config.SignInWays;
import org.janua.provider.proxy.ProxyHeaders;
import org.janua.request.Authenticator;
import org.janua.request.CredentialFinder;
import org.janua.request.SessionCookie;
import org.janua.session.SessionBook;
import org.janua.token.Tokens;

/**
 * The part of Janua that recognises who sent a request, wired.
 *
 * @param cookie writes the session cookie
 * @param sessions the sessions
 * @param keys the API keys, as a request needs them
 * @param authenticator decides who sent a request
 */
record Recognising(
    SessionCookie cookie, SessionBook sessions, KeyBook keys, Authenticator authenticator) {

  static Recognising of(Ground on, Entitling entitling) {
    SessionCookie cookie = new SessionCookie(on.settings().cookie());
    Tokens tokens = new Tokens(on.settings().secret().reveal(), on.clock());
    SessionBook sessions = sessions(on, entitling, tokens);
    KeyBook keys = keys(on, entitling);
    Authenticator authenticator =
        new Authenticator(
            credentials(on, entitling, cookie),
            tokens,
            sessions,
            keys,
            new InactiveNames(on.database(), on.changes(), on.nanos())::contains,
            entitling.entitlements()::ofRole,
            on.rights(),
            on.audit());
    return new Recognising(cookie, sessions, keys, authenticator);
  }

  private static SessionBook sessions(Ground on, Entitling entitling, Tokens tokens) {
    return new SessionBook(
        on.database(),
        tokens,
        entitling.entitlements(),
        on.settings().session(),
        on.changes(),
        on.audit(),
        on.clock(),
        on.nanos());
  }

  private static KeyBook keys(Ground on, Entitling entitling) {
    return new KeyBook(
        on.database(),
        entitling.entitlements(),
        on.rights(),
        on.changes(),
        on.audit(),
        on.clock(),
        on.nanos());
  }

  private static CredentialFinder credentials(
      Ground on, Entitling entitling, SessionCookie cookie) {
    SignInWays ways = on.settings().signIn();
    return new CredentialFinder(
        on.settings().ingress().internalPorts(),
        ways.proxy().map(proxy -> new ProxyHeaders(proxy, entitling.roles()::names)),
        ways.own(),
        cookie);
  }
}
