package org.janua.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.janua.apikey.ApiKeys;

/** {@code /auth/api/users/{name}/api-keys}: somebody's keys, for administrators. */
public final class UserApiKeysResource {

  private final Exchange exchange;
  private final String username;
  private final ApiKeys keys;

  UserApiKeysResource(Exchange exchange, String username) {
    this.exchange = exchange;
    this.username = username;
    this.keys = exchange.janua().apiKeys();
  }

  /** Lists them, newest first. */
  @GET
  public Response list() {
    return exchange.aboutUser(username, user -> JsonText.ok(ApiKeyJson.page(keys.of(user.id()))));
  }

  /** Ends all of them. */
  @DELETE
  public Response revokeAll() {
    return exchange.aboutUser(
        username,
        user -> {
          keys.revokeAll(exchange.actor(), user.id());
          return Response.noContent().build();
        });
  }

  /** Ends one. */
  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") String id) {
    return exchange.aboutUser(
        username,
        user ->
            keys.revoke(exchange.actor(), user.id(), id)
                .fold(ended -> Response.noContent().build(), ProblemResponse::of));
  }
}
