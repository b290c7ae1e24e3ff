package org.janua.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.janua.access.Actor;
import org.janua.audit.Subject;
import org.janua.jpa.SessionRow;
import org.janua.request.Problem;

/** {@code /auth/api/sessions}: where the caller is signed in. */
public final class SessionsResource {

  private final Exchange exchange;

  SessionsResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Lists them, newest first. */
  @GET
  public Response list() {
    List<SessionRow> sessions =
        exchange.accountId().map(exchange.janua().sessions()::of).orElse(List.of());
    return JsonText.ok(SessionJson.page(sessions, exchange.caller().sessionId()));
  }

  /** Ends all but the one that carries this request. */
  @DELETE
  public Response endOthers() {
    exchange.janua().sessions().endOthers(exchange.actor());
    return Response.noContent().build();
  }

  /** Ends one; another user's does not exist here. */
  @DELETE
  @Path("{id}")
  public Response end(@PathParam("id") String id) {
    Actor actor = exchange.actor();
    boolean ended =
        actor.accountId().isPresent()
            && exchange.janua().sessions().end(actor, Subject.of(actor), id);
    return ended ? Response.noContent().build() : ProblemResponse.of(Problem.NOT_FOUND);
  }
}
