package org.janua.sample;

import jakarta.ejb.EJBAccessException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * What a caller hears when the EJB container says no. To somebody who is not signed in Janua turns
 * the answer into 401, as it does with every 403.
 */
@Provider
public class VaultRefusal implements ExceptionMapper<EJBAccessException> {
  @Override
  public Response toResponse(EJBAccessException refused) {
    return Response.status(Status.FORBIDDEN).build();
  }
}
