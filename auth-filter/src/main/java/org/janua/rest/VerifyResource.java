package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.janua.access.Contact;
import org.janua.access.Group;
import org.janua.access.Identity;

/**
 * {@code GET /auth/api/verify}: a reverse proxy asks whether its client may pass, and who that is.
 * The gate answers for everybody who may not; a guest who may has no name. Every header is always
 * there, empty when nothing is known: a proxy copies what it is told, and what it is not told it
 * may leave as the client sent it.
 */
public final class VerifyResource {

  private final Exchange exchange;

  VerifyResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Says who the caller is; reads memory only. */
  @GET
  public Response verify() {
    Optional<Identity> caller = exchange.verdict().caller();
    Contact contact = caller.map(Identity::contact).orElse(Contact.NONE);
    return Response.accepted()
        .header("Remote-User", FieldValue.of(caller.map(Identity::name).orElse("")))
        .header("Remote-Role", FieldValue.of(caller.map(Identity::role).orElse("")))
        .header(
            "Remote-Groups", FieldValue.list(caller.map(VerifyResource::groups).orElse(List.of())))
        .header("Remote-Email", FieldValue.of(contact.email().orElse("")))
        .header("Remote-Name", FieldValue.of(contact.displayName().orElse("")))
        .build();
  }

  private static List<String> groups(Identity caller) {
    return caller.groups().stream().map(Group::name).toList();
  }
}
