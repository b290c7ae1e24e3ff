package org.janua.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.janua.api.Access;
import org.janua.api.Caller;
import org.janua.api.Resources;

/**
 * Makes {@code @Inject Caller}, {@code @Inject Access}, {@code @Inject Resources} and
 * {@code @RequiresPermission} know the current request.
 */
@ApplicationScoped
public class CallerProducer {

  @Produces
  @RequestScoped
  Caller caller(HttpServletRequest request) {
    return Judged.callerOf(request);
  }

  @Produces
  @RequestScoped
  Access access(HttpServletRequest request) {
    return Judged.accessOf(request);
  }

  @Produces
  @RequestScoped
  Resources resources(HttpServletRequest request) {
    return Judged.resourcesOf(request);
  }

  @Produces
  @RequestScoped
  Doorkeeper doorkeeper(HttpServletRequest request, Caller caller, Access access) {
    return new CallerDoorkeeper(
        caller,
        access,
        Installation.of(request.getServletContext())
            .map(installation -> installation.settings().roles().types())
            .orElse(List.of()));
  }
}
