package org.janua.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import org.janua.api.Access;
import org.janua.api.Caller;

/** Makes {@code @Inject Caller} and {@code @Inject Access} work. */
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
    return new CallerAccess(Judged.reachOf(request));
  }
}
