package org.janua.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.janua.api.Explanation;
import org.janua.api.ResourceRef;
import org.janua.resource.Share;
import org.janua.resource.SharedThing;
import org.janua.resource.SharingChange;

/** {@code /auth/api/resources}: whom the application's things are given to. */
public final class SharingResource {

  private final Exchange exchange;

  SharingResource(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Shows it. */
  @GET
  @Path("{type}/{id}")
  public Response get(@PathParam("type") String type, @PathParam("id") String id) {
    return exchange
        .janua()
        .things()
        .sharing()
        .find(exchange.caller(), new ResourceRef(type, id))
        .fold(thing -> JsonText.ok(json(thing)), ProblemResponse::of);
  }

  /** Replaces it; a list that is not sent is empty, a creator that is not sent stays. */
  @PUT
  @Path("{type}/{id}")
  public Response replace(
      @PathParam("type") String type, @PathParam("id") String id, InputStream body) {
    Fields fields = JsonRequest.fields(exchange, body);
    SharingChange wanted =
        new SharingChange(
            fields.change("creator"),
            fields.flag("public"),
            shares(fields, "users", "username"),
            shares(fields, "groups", "name"));
    fields.finish();
    return exchange
        .janua()
        .things()
        .sharing()
        .replace(exchange.actor(), exchange.caller(), new ResourceRef(type, id), wanted)
        .fold(thing -> JsonText.ok(json(thing)), ProblemResponse::of);
  }

  /** Says why somebody may do something with a thing, or may not. */
  @GET
  @Path("{type}/{id}/explain")
  public Response explain(
      @PathParam("type") String type,
      @PathParam("id") String id,
      @QueryParam("username") String username,
      @QueryParam("level") String level) {
    return exchange
        .janua()
        .things()
        .explaining()
        .explain(
            exchange.caller(),
            new ResourceRef(type, id),
            Optional.ofNullable(username),
            Optional.ofNullable(level))
        .fold(reasons -> JsonText.ok(json(reasons)), ProblemResponse::of);
  }

  private static List<Share> shares(Fields fields, String list, String name) {
    return fields.objects(list).stream()
        .map(item -> new Share(item.required(name), item.required("level")))
        .toList();
  }

  private static Map<String, Object> json(SharedThing thing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("creator", thing.creator().orElse(null));
    json.put("public", thing.open());
    json.put("users", thing.users().stream().map(share -> json(share, "username")).toList());
    json.put("groups", thing.groups().stream().map(share -> json(share, "name")).toList());
    return json;
  }

  private static Map<String, Object> json(Share share, String name) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(name, share.name());
    json.put("level", share.level());
    return json;
  }

  private static Map<String, Object> json(Explanation reasons) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("allowed", reasons.allowed());
    json.put("because", reasons.because());
    return json;
  }
}
