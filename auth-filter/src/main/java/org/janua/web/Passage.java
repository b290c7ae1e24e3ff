package org.janua.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.janua.Janua;
import org.janua.access.Client;
import org.janua.access.Identity;
import org.janua.api.AccessDeniedException;
import org.janua.api.AccessUnavailableException;
import org.janua.api.NotVisibleException;
import org.janua.request.Gate;
import org.janua.request.Problem;
import org.janua.request.Reply;
import org.janua.rest.Exchange;
import org.janua.session.Opened;

/** One request on its way through the filter. Belongs to one thread. */
final class Passage {

  private final Janua janua;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final FilterChain chain;
  private final Judged judged;

  Passage(
      Janua janua, HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
    this.janua = janua;
    this.request = request;
    this.response = response;
    this.chain = chain;
    this.judged = Judged.of(request, janua);
  }

  void run() throws IOException, ServletException {
    OwnArea.headers(judged.inbound(), response);
    act(janua.gate().reply(judged.inbound(), judged.verdict()));
  }

  private void act(Reply reply) throws IOException, ServletException {
    ReplyWriter writer = new ReplyWriter(request, response);
    reply
        .<Step>fold(
            proceed -> () -> letThrough(proceed),
            refuse -> () -> writer.refuse(janua, judged.inbound(), refuse),
            signIn -> () -> writer.signInFirst(janua, judged.inbound(), signIn))
        .run();
  }

  private void letThrough(Reply.Proceed proceed) throws IOException, ServletException {
    boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
    proceed.refreshed().filter(session -> first).ifPresent(this::give);
    boolean own = Gate.isOwn(judged.inbound());
    if (own) {
      new Exchange(janua, judged.inbound(), judged.verdict(), request.getContextPath(), root())
          .attachTo(request);
    }
    boolean known = own || judged.verdict().caller().isPresent();
    StrangerResponse watched = new StrangerResponse(response);
    Optional<Reply> refusal = answered(known ? response : watched);
    if (refusal.isEmpty() && watched.wasRefused()) {
      refusal = Optional.of(challenge());
    }
    if (refusal.isPresent() && !response.isCommitted() && !request.isAsyncStarted()) {
      response.resetBuffer();
      act(refusal.get());
    }
  }

  /** Lets the request through; what to answer instead where the application threw a refusal. */
  private Optional<Reply> answered(HttpServletResponse answer)
      throws IOException, ServletException {
    try {
      chain.doFilter(carried(), answer); // the only line that lets one through
      return Optional.empty();
    } catch (WebApplicationException | ServletException thrown) {
      Optional<Reply> refusal = refusal(thrown);
      if (response.isCommitted() || refusal.isEmpty()) {
        throw thrown;
      }
      return refusal;
    }
  }

  /** What an exception of Janua's API says wherever it leaves the application. */
  private Optional<Reply> refusal(Exception thrown) {
    Throwable cause = thrown instanceof ServletException wrapped ? wrapped.getRootCause() : thrown;
    if (cause instanceof AccessDeniedException) {
      return Optional.of(challenge());
    }
    if (cause instanceof NotVisibleException) {
      return Optional.of(new Reply.Refuse(Problem.NOT_FOUND, Optional.empty()));
    }
    return cause instanceof AccessUnavailableException
        ? Optional.of(new Reply.Refuse(Problem.UNAVAILABLE, Optional.empty()))
        : Optional.empty();
  }

  private Reply challenge() {
    return janua.gate().challenge(judged.inbound(), judged.verdict());
  }

  /** Hands out a refreshed session; the answer must then not be kept by a cache on the way. */
  private void give(Opened session) {
    response.addHeader(
        "Set-Cookie", janua.cookie().give(session, judged.inbound(), janua.clock().instant()));
    if (!Gate.isOwn(judged.inbound())) { // nothing of Janua's own is kept by any cache
      response.setHeader("Cache-Control", "private, no-cache=\"Set-Cookie\"");
    }
  }

  private String root() {
    return janua
        .settings()
        .ingress()
        .baseUrl()
        .map(URI::toString)
        .orElseGet(() -> judged.inbound().origin() + request.getContextPath());
  }

  /** The request as the application sees it; without what is not for it. */
  private HttpServletRequest carried() {
    Optional<Identity> caller = judged.verdict().caller();
    HttpServletRequest shown = WithheldHeaders.hide(request, response, janua.withheldHeaders());
    return judged.byMechanism()
        ? shown
        : new CallerRequest(shown, caller.orElse(null), () -> signOut(janua, judged, response));
  }

  /** {@code HttpServletRequest.logout()}. */
  static void signOut(Janua janua, Judged judged, HttpServletResponse response) {
    response.addHeader("Set-Cookie", janua.cookie().take(judged.inbound()));
    Client client = judged.inbound().client();
    judged.verdict().caller().ifPresent(caller -> janua.sessions().signOut(caller, client));
    janua
        .authenticator()
        .inCookie(judged.inbound())
        .ifPresent(other -> janua.sessions().signOut(other, client));
  }
}
