package org.janua.rest;

import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.janua.Janua;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.access.Identity;
import org.janua.config.SignInWays;
import org.janua.jpa.UserRow;
import org.janua.request.Inbound;
import org.janua.request.Problem;
import org.janua.request.Verdict;
import org.janua.request.Verdict.Channel;
import org.janua.session.Opened;

/**
 * What a resource needs to know of the request it answers. The filter attaches one to requests
 * under {@code /auth/api} that passed the gate, and to no others: an application that publishes
 * these resources under a path of its own by scanning publishes nothing.
 *
 * @param janua the use cases
 * @param request the request
 * @param verdict who sent it
 * @param contextPath the application's context path, empty for the root
 * @param root the absolute address of the application's root, without a slash at its end
 */
public record Exchange(
    Janua janua, Inbound request, Verdict verdict, String contextPath, String root) {

  private static final String ATTRIBUTE = Exchange.class.getName();

  /** Attaches this exchange to a request. */
  public void attachTo(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Exchange of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
      return exchange;
    }
    throw new NotFoundException();
  }

  /** The caller; the gate lets nobody through to a resource that needs one without one. */
  Identity caller() {
    return verdict.caller().orElseThrow();
  }

  /** The caller, as what a change is recorded under. */
  Actor actor() {
    return Actor.of(caller(), client());
  }

  Optional<String> accountId() {
    return caller().accountId();
  }

  /** An answer about the account of this name, in any case; 404 when there is none. */
  Response aboutUser(String username, Function<UserRow, Response> answer) {
    return janua
        .accounts()
        .find(username)
        .map(answer)
        .orElseGet(() -> ProblemResponse.of(Problem.NOT_FOUND));
  }

  /** The {@code Set-Cookie} line that hands out a session. */
  String cookieFor(Opened session) {
    return janua.cookie().give(session, request, janua.clock().instant());
  }

  /** The {@code Set-Cookie} line that takes the session back. */
  String noCookie() {
    return janua.cookie().take(request);
  }

  /** Ends the session of a caller, and the one that the cookie names: it may be another one. */
  void signOut(Identity caller) {
    janua.sessions().signOut(caller, client());
    janua
        .authenticator()
        .inCookie(request)
        .ifPresent(other -> janua.sessions().signOut(other, client()));
  }

  /** Ends the session that the cookie names, also where something else answers for the caller. */
  void replaceSessionOfBrowser() {
    janua
        .authenticator()
        .inCookie(request)
        .ifPresent(caller -> janua.sessions().replaced(caller, client()));
  }

  /** Whether the caller was admitted by the cookie. */
  boolean cameByCookie() {
    return verdict.caller().isPresent() && channel().filter(Channel.COOKIE::equals).isPresent();
  }

  /** Whether a cookie was presented that is not good. */
  boolean cameWithDeadCookie() {
    return verdict.caller().isEmpty() && channel().filter(Channel.COOKIE::equals).isPresent();
  }

  /** Whether a proxy in front said who is calling, admitted or not. */
  boolean cameByProxy() {
    return channel().filter(Channel.PROXY::equals).isPresent();
  }

  private Optional<Channel> channel() {
    return verdict.fold(
        admitted -> Optional.of(admitted.channel()),
        Optional::empty,
        rejected -> Optional.of(rejected.channel()),
        barred -> Optional.of(barred.channel()),
        Optional::empty);
  }

  /**
   * Where signing out leads: out of the proxy for whoever came by it, else to the login page.
   *
   * @param root what comes before a path of the application
   */
  String afterSignOut(String root) {
    SignInWays ways = janua.settings().signIn();
    String home = root + (ways.own() ? "/auth/login" : "/");
    return ways.logoutUrl()
        .filter(url -> cameByProxy() || !ways.own())
        .map(URI::toString)
        .orElse(home);
  }

  Client client() {
    return request.client();
  }
}
