package org.janua.web;

import jakarta.enterprise.inject.spi.CDI;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.janua.api.event.SecurityEvent;

/**
 * Tells the beans of the application that observe {@link SecurityEvent}. Asynchronously: what they
 * do takes no time of the request, comes after the change holds on this node, and fails alone.
 */
final class Observers implements Consumer<SecurityEvent> {

  private static final Logger LOG = System.getLogger(Observers.class.getName());

  @Override
  public void accept(SecurityEvent event) {
    try {
      CDI.current()
          .getBeanManager()
          .getEvent()
          .fireAsync(event)
          .whenComplete((told, failure) -> report(failure));
    } catch (IllegalStateException e) { // a plain servlet container has no beans to tell
      LOG.log(Level.DEBUG, "There is nobody to tell of an event", e);
    }
  }

  private static void report(Throwable failure) {
    if (failure != null) {
      LOG.log(Level.WARNING, "An observer of security events failed", failure);
    }
  }
}
