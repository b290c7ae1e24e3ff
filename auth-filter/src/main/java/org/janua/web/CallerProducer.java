package org.janua.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import org.janua.api.Caller;

/** Makes {@code @Inject Caller} work. */
@ApplicationScoped
public class CallerProducer {

  @Produces
  @RequestScoped
  Caller caller(HttpServletRequest request) {
    return Judged.callerOf(request);
  }
}
