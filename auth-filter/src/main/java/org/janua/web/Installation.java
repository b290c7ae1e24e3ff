package org.janua.web;

import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.janua.Janua;
import org.janua.config.Carrier;
import org.janua.config.Settings;

/**
 * Janua in one web application: started with it, ended with it. A database that is down at the
 * start does not lose the application: the next request after a short pause tries again, and until
 * it answers every request is 503. Thread-safe.
 */
final class Installation {

  private static final Logger LOG = System.getLogger(Installation.class.getName());
  private static final String ATTRIBUTE = Installation.class.getName();
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Settings settings;
  private final InstantSource clock;
  private final Observers observers = new Observers();
  private final ReentrantLock starting = new ReentrantLock();
  private volatile Janua running;
  private boolean closed;
  private Instant nextTry = Instant.MIN;

  Installation(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  void attachTo(ServletContext context) {
    context.setAttribute(ATTRIBUTE, this);
  }

  /** Leaves the application without any, so that every request of it is refused. */
  void detachFrom(ServletContext context) {
    context.removeAttribute(ATTRIBUTE);
    close();
  }

  /** The installation of an application; empty when its start was refused. */
  static Optional<Installation> of(ServletContext context) {
    return Optional.ofNullable((Installation) context.getAttribute(ATTRIBUTE));
  }

  Settings settings() {
    return settings;
  }

  boolean isCarriedByContainer() {
    return settings.carrier() == Carrier.CONTAINER;
  }

  /** What is running; empty while the database is down. */
  Optional<Janua> janua() {
    Janua present = running;
    return present != null ? Optional.of(present) : start();
  }

  /** Ends what is running, and waits for a start that is under way. */
  void close() {
    starting.lock();
    try {
      closed = true;
      Janua present = running;
      running = null;
      if (present != null) {
        present.close();
      }
    } finally {
      starting.unlock();
    }
  }

  /** One request tries; the others do not wait for it. */
  private Optional<Janua> start() {
    if (!starting.tryLock()) {
      return Optional.empty();
    }
    try {
      Instant now = clock.instant();
      if (running == null && !closed && !now.isBefore(nextTry)) {
        running = tryStart();
        nextTry = clock.instant().plus(PAUSE);
      }
      return Optional.ofNullable(running);
    } finally {
      starting.unlock();
    }
  }

  private Janua tryStart() {
    try {
      return Janua.start(settings, clock, observers);
    } catch (RuntimeException e) { // told to the operator; to everybody else it is a 503
      LOG.log(
          Level.ERROR,
          "Janua is not running: the database "
              + settings.database()
              + " cannot be used. Every request is answered 503 until it can.",
          e);
      return null;
    }
  }
}
