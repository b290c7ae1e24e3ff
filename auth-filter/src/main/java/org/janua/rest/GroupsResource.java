package org.janua.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import java.util.Optional;
import java.util.Set;
import org.janua.account.GroupChange;
import org.janua.account.GroupSummary;
import org.janua.account.GroupView;
import org.janua.account.Groups;
import org.janua.account.Memberships;
import org.janua.account.Outcome;
import org.janua.jpa.GroupRow;
import org.janua.jpa.MemberRow;
import org.janua.request.Problem;

/** {@code /auth/api/groups}: the groups, their members and keys, for administrators. */
public final class GroupsResource {

  private final Exchange exchange;
  private final Groups groups;
  private final Memberships memberships;

  GroupsResource(Exchange exchange) {
    this.exchange = exchange;
    this.groups = exchange.janua().groups();
    this.memberships = exchange.janua().memberships();
  }

  /** A page of them in the order of their names. */
  @GET
  public Response list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
    PageRequest page = PageRequest.of(null, after, limit);
    List<GroupSummary> rows = groups.page(page.after(), page.limit() + 1);
    return JsonText.ok(
        page.answer(rows, GroupsResource::json, summary -> summary.group().canonical()));
  }

  /** Makes one. */
  @POST
  public Response create(InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    String name = fields.required("name");
    Optional<String> description = fields.optional("description");
    fields.finish();
    return groups
        .create(exchange.actor(), name, description)
        .fold(made -> JsonText.answer(201, json(made)).build(), ProblemResponse::of);
  }

  /** Shows one. */
  @GET
  @Path("{name}")
  public Response get(@PathParam("name") String name) {
    return groups
        .find(name)
        .map(group -> JsonText.ok(json(group)))
        .orElseGet(() -> ProblemResponse.of(Problem.NOT_FOUND));
  }

  /** Renames or describes one; a field that is not sent stays. */
  @PATCH
  @Path("{name}")
  public Response patch(@PathParam("name") String name, InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    GroupChange change =
        new GroupChange(
            fields.has("name") ? Optional.of(fields.required("name")) : Optional.empty(),
            fields.change("description"));
    fields.finish();
    return shown(groups.change(exchange.actor(), name, change));
  }

  /** Deletes one. */
  @DELETE
  @Path("{name}")
  public Response delete(@PathParam("name") String name) {
    return groups
        .remove(exchange.actor(), name)
        .fold(removed -> Response.noContent().build(), ProblemResponse::of);
  }

  /** Puts an account into one. */
  @PUT
  @Path("{name}/members/{username}")
  public Response addMember(
      @PathParam("name") String name, @PathParam("username") String username) {
    return memberships
        .add(exchange.actor(), name, username)
        .fold(joined -> get(name), ProblemResponse::of);
  }

  /** Takes an account out of one. */
  @DELETE
  @Path("{name}/members/{username}")
  public Response removeMember(
      @PathParam("name") String name, @PathParam("username") String username) {
    return memberships
        .remove(exchange.actor(), name, username)
        .fold(left -> Response.noContent().build(), ProblemResponse::of);
  }

  /** Replaces the keys of one. */
  @PUT
  @Path("{name}/permissions")
  public Response setPermissions(@PathParam("name") String name, InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    if (!fields.has("permissions")) {
      fields.error("permissions", "Is needed, as a list of texts.");
    }
    Set<String> keys = new LinkedHashSet<>(fields.list("permissions"));
    fields.finish();
    return shown(groups.setPermissions(exchange.actor(), name, keys));
  }

  private static Response shown(Outcome<GroupView> outcome) {
    return outcome.fold(group -> JsonText.ok(json(group)), ProblemResponse::of);
  }

  private static Map<String, Object> json(GroupSummary summary) {
    Map<String, Object> json = json(summary.group(), summary.permissions());
    json.put("members", summary.members());
    return json;
  }

  private static Map<String, Object> json(GroupView view) {
    Map<String, Object> json = json(view.group(), view.permissions());
    json.put("members", view.members().stream().map(GroupsResource::json).toList());
    return json;
  }

  private static Map<String, Object> json(GroupRow group, Set<String> permissions) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", group.name());
    json.put("description", group.description());
    json.put("permissions", permissions.stream().sorted().toList());
    json.put("built_in", group.isEveryone());
    return json;
  }

  private static Map<String, Object> json(MemberRow member) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("username", member.username());
    json.put("origin", member.origin().text());
    return json;
  }
}
