package org.janua.sample;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.janua.api.Access;
import org.janua.api.Caller;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;
import org.janua.api.ResourceRef;

/** Integrations: like boards, with levels of their own; to run one is a service behind it. */
@Path("integrations")
@RequestScoped
public class IntegrationsResource {
  @Inject private Caller caller;
  @Inject private Access access;
  @Inject private Things things;
  @EJB private Runner runner;

  @GET
  public Response list() {
    Strangers.refuse(caller);
    return JsonBody.list(
        things.all("integration", access.visible("use", "integration")).stream().map(Thing::json));
  }

  @POST
  @Consumes("application/json")
  @RequiresPermission("integration-create")
  public Response create(InputStream body) {
    return JsonBody.made(things.make("integration", JsonBody.name(body)));
  }

  @GET
  @Path("{id}")
  @RequiresPermission(level = "use", type = "integration")
  public Response one(@PathParam("id") @ResourceId String id) {
    return JsonBody.of(things.find(new ResourceRef("integration", id)).json());
  }

  @PUT
  @Path("{id}")
  @Consumes("application/json")
  @RequiresPermission(level = "full", type = "integration")
  public Response rename(@PathParam("id") @ResourceId String id, InputStream body) {
    return JsonBody.of(
        things.rename(new ResourceRef("integration", id), JsonBody.name(body)).json());
  }

  @DELETE
  @Path("{id}")
  @RequiresPermission(level = "full", type = "integration")
  public void delete(@PathParam("id") @ResourceId String id) {
    things.delete(new ResourceRef("integration", id));
  }

  @POST
  @Path("{id}/run")
  public void run(@PathParam("id") String id) {
    runner.run(id);
  }
}
