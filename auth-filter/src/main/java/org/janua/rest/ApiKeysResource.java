package org.janua.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.janua.apikey.ApiKeys;
import org.janua.apikey.NewKey;
import org.janua.request.Problem;

/** {@code /auth/api/api-keys}: the caller's own keys. */
public final class ApiKeysResource {

  private static final int LAST_YEAR = 9999;

  private final Exchange exchange;
  private final ApiKeys keys;

  ApiKeysResource(Exchange exchange) {
    this.exchange = exchange;
    this.keys = exchange.janua().apiKeys();
  }

  /** Lists them, newest first. */
  @GET
  public Response list() {
    return JsonText.ok(ApiKeyJson.page(exchange.accountId().map(keys::of).orElse(List.of())));
  }

  /** Makes one. */
  @POST
  public Response create(InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    NewKey wanted =
        new NewKey(
            fields.required("description"),
            fields.optional("expires_at").flatMap(text -> time(fields, text)),
            fields.listIfAny("permissions").map(Set::copyOf));
    fields.finish();
    return keys.create(exchange.actor(), account(), wanted)
        .fold(made -> JsonText.answer(201, ApiKeyJson.issued(made)).build(), ProblemResponse::of);
  }

  /** Puts a new key in the place of one. */
  @POST
  @Path("{id}/rotate")
  public Response rotate(@PathParam("id") String id) {
    return keys.rotate(exchange.actor(), account(), id)
        .fold(made -> JsonText.ok(ApiKeyJson.issued(made)), ProblemResponse::of);
  }

  /** Ends one; another user's does not exist here. */
  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") String id) {
    return keys.revoke(exchange.actor(), account(), id)
        .fold(ended -> Response.noContent().build(), ProblemResponse::of);
  }

  /** A key acts for an account: who has none, such as a proxy's caller, cannot have one. */
  private String account() {
    return exchange.accountId().orElseThrow(() -> new ProblemException(Problem.FORBIDDEN));
  }

  private static Optional<Instant> time(Fields fields, String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() <= LAST_YEAR) {
        return Optional.of(time.toInstant());
      }
    } catch (DateTimeException e) {
      // said below
    }
    fields.error("expires_at", "Must be a time such as 2027-01-31T12:00:00Z.");
    return Optional.empty();
  }
}
