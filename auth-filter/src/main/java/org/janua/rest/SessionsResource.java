package org.janua.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<Map<String, Object>> items =
        exchange.accountId().map(exchange.janua().sessions()::of).orElse(List.of()).stream()
            .map(this::json)
            .toList();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("items", items);
    page.put("next", null);
    return JsonText.ok(page);
  }

  /** Ends all but the one that carries this request. */
  @DELETE
  public Response endOthers() {
    exchange.janua().sessions().endOthers(exchange.caller());
    return Response.noContent().build();
  }

  /** Ends one; another user's does not exist here. */
  @DELETE
  @Path("{id}")
  public Response end(@PathParam("id") String id) {
    Optional<String> account = exchange.accountId();
    boolean ended = account.isPresent() && exchange.janua().sessions().end(id, account.get());
    return ended ? Response.noContent().build() : ProblemResponse.of(Problem.NOT_FOUND);
  }

  private Map<String, Object> json(SessionRow session) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", session.id());
    json.put("created_at", session.createdAt());
    json.put("last_used_at", session.lastUsedAt());
    json.put("expires_at", session.expiresAt());
    json.put("ip", session.ip());
    json.put("user_agent", session.userAgent());
    json.put("provider", session.provider());
    json.put("current", exchange.caller().sessionId().equals(Optional.of(session.id())));
    return json;
  }
}
