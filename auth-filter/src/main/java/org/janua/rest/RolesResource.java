package org.janua.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.janua.account.RoleView;
import org.janua.account.Roles;
import org.janua.config.CustomRole;
import org.janua.request.Problem;

/** {@code /auth/api/roles}: the roles, for administrators. */
public final class RolesResource {

  private final Exchange exchange;
  private final Roles roles;

  RolesResource(Exchange exchange) {
    this.exchange = exchange;
    this.roles = exchange.janua().roles();
  }

  /** A page of them in the order of their names. */
  @GET
  public Response list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
    PageRequest page = PageRequest.of(null, after, limit);
    List<RoleView> rows = roles.page(page.after(), page.limit() + 1);
    return JsonText.ok(page.answer(rows, RolesResource::json, RoleView::position));
  }

  /** Makes one. */
  @POST
  public Response create(InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    String name = fields.required("name");
    CustomRole role = new CustomRole(name, resources(fields));
    fields.finish();
    return roles
        .create(exchange.actor(), role)
        .fold(made -> JsonText.answer(201, json(made)).build(), ProblemResponse::of);
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  public Response get(@PathParam("name") String name) {
    return roles
        .find(name)
        .map(role -> JsonText.ok(json(role)))
        .orElseGet(() -> ProblemResponse.of(Problem.NOT_FOUND));
  }

  /** Replaces what one may read. */
  @PUT
  @Path("{name}")
  public Response replace(@PathParam("name") String name, InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    CustomRole role = new CustomRole(name, resources(fields));
    fields.finish();
    return roles
        .replace(exchange.actor(), role)
        .fold(done -> JsonText.ok(json(done)), ProblemResponse::of);
  }

  /** Deletes one; its users are viewers from then on. */
  @DELETE
  @Path("{name}")
  public Response delete(@PathParam("name") String name) {
    return roles
        .remove(exchange.actor(), name)
        .fold(moved -> JsonText.ok(Map.of("moved", moved)), ProblemResponse::of);
  }

  private static Map<String, Set<String>> resources(Fields fields) {
    Fields listed = fields.nested("resources");
    Map<String, Set<String>> resources = new LinkedHashMap<>();
    listed
        .names()
        .forEach(type -> resources.put(type, new LinkedHashSet<>(listed.listOrEverything(type))));
    return resources;
  }

  private static Map<String, Object> json(RoleView role) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", role.name());
    json.put("resources", ReachJson.of(role.resources()));
    json.put("users", role.users());
    return json;
  }
}
