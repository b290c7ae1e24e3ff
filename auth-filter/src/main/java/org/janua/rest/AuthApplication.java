package org.janua.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * Janua's own JAX-RS application, beside the host's. It lists its classes, so nothing of the host
 * is published here; only {@link Api} carries {@code @Path}, so a host that scans finds one class.
 */
@ApplicationPath("auth")
public class AuthApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Api.class, ProblemMapper.class);
  }
}
