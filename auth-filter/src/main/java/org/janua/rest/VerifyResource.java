package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import org.janua.access.Group;
import org.janua.access.Identity;

/**
 * {@code GET /auth/api/verify}: a reverse proxy asks whether its client may pass, and who that is.
 * The gate answers for everybody who is not signed in. Every header is always there, empty when
 * nothing is known: a proxy copies what it is told, and what it is not told it may leave as the
 * client sent it.
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
    return Response.accepted()
        .header("Remote-User", FieldValue.of(caller.name()))
        .header("Remote-Role", FieldValue.of(caller.role()))
        .header(
            "Remote-Groups", FieldValue.list(caller.groups().stream().map(Group::name).toList()))
        .header("Remote-Email", FieldValue.of(caller.contact().email().orElse("")))
        .header("Remote-Name", FieldValue.of(caller.contact().displayName().orElse("")))
        .build();
  }
}
