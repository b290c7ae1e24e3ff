package org.janua.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.janua.audit.Subject;
import org.janua.request.Problem;
import org.janua.session.SessionBook;

/** {@code /auth/api/users/{name}/sessions}: where somebody is signed in, for administrators. */
public final class UserSessionsResource {

  private final Exchange exchange;
  private final String username;
  private final SessionBook sessions;

  UserSessionsResource(Exchange exchange, String username) {
    this.exchange = exchange;
    this.username = username;
    this.sessions = exchange.janua().sessions();
  }

  /** Lists them, newest first. */
  @GET
  public Response list() {
    return exchange.aboutUser(
        username,
        user ->
            JsonText.ok(SessionJson.page(sessions.of(user.id()), exchange.caller().sessionId())));
  }

  /** Ends all of them, the one that carries this request included if it is among them. */
  @DELETE
  public Response endAll() {
    return exchange.aboutUser(
        username,
        user -> {
          sessions.endAll(exchange.actor(), Subject.of(user));
          return Response.noContent().build();
        });
  }

  /** Ends one. */
  @DELETE
  @Path("{id}")
  public Response end(@PathParam("id") String id) {
    return exchange.aboutUser(
        username,
        user ->
            sessions.end(exchange.actor(), Subject.of(user), id)
                ? Response.noContent().build()
                : ProblemResponse.of(Problem.NOT_FOUND));
  }
}
