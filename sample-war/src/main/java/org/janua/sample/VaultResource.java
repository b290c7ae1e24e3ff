package org.janua.sample;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** An endpoint without a rule of its own: the service behind it decides. */
@Path("ejb")
@RequestScoped
public class VaultResource {
  @EJB private Vault vault;

  @GET
  public Response open() {
    return Plain.text(vault.open());
  }
}
