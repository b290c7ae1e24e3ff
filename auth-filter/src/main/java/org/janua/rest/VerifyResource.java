package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.janua.access.Identity;

/**
 * {@code GET /auth/api/verify}: a reverse proxy asks whether its client may pass, and who that is.
 * The gate answers for everybody who is not signed in. What is unknown is left out: a proxy then
 * sends its upstream nothing under that name.
 */
public final class VerifyResource {

  private final Exchange exchange;

  VerifyResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Says who the caller is; reads memory only. */
  @GET
  public Response verify() {
    Identity caller = exchange.caller();
    Response.ResponseBuilder answer = Response.accepted();
    tell(answer, "Remote-User", Optional.of(caller.name()));
    tell(answer, "Remote-Role", Optional.of(caller.role()));
    tell(answer, "Remote-Email", caller.contact().email());
    tell(answer, "Remote-Name", caller.contact().displayName());
    return answer.build();
  }

  private static void tell(Response.ResponseBuilder answer, String name, Optional<String> value) {
    value
        .filter(text -> !text.isEmpty())
        .ifPresent(text -> answer.header(name, FieldValue.of(text)));
  }
}
