package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.janua.access.Identity;
import org.janua.request.Problem;

/**
 * {@code /auth/api/logout}: ends the session that carries the request, and the one that the cookie
 * names.
 */
public final class SignOutResource {

  private final Exchange exchange;

  SignOutResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** For scripts. */
  @POST
  public Response signOut() {
    return end(
        JsonText.answer(200, Map.of("redirect", exchange.afterSignOut(exchange.contextPath()))));
  }

  /** For links. */
  @GET
  public Response signOutByLink() {
    return end(Response.status(303).header("Location", exchange.afterSignOut(exchange.root())));
  }

  private Response end(Response.ResponseBuilder answer) {
    return exchange
        .verdict()
        .fold(
            admitted -> ended(admitted.identity(), answer),
            () -> taken(answer),
            rejected -> taken(answer),
            barred -> taken(answer),
            () -> ProblemResponse.of(Problem.UNAVAILABLE));
  }

  private Response ended(Identity caller, Response.ResponseBuilder answer) {
    exchange.signOut(caller);
    return taken(answer);
  }

  private Response taken(Response.ResponseBuilder answer) {
    return answer
        .header("Set-Cookie", exchange.noCookie())
        .header("Clear-Site-Data", "\"cache\"") // ASVS 5.0 14.3.1
        .build();
  }
}
