package org.janua;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What is done by the clock, on one thread of its own. Thread-safe. */
final class Chores implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Chores.class.getName());
  private static final int LAST_SECONDS = 2;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Chores::thread);

  /** Does something again and again, with a pause between. */
  void every(Duration first, Duration pause, Runnable work) {
    thread.scheduleWithFixedDelay(
        () -> attempt(work), first.toSeconds(), pause.toSeconds(), TimeUnit.SECONDS);
  }

  /** Does one after the other, each whatever becomes of the others. */
  void all(Runnable... works) {
    for (Runnable work : works) {
      attempt(work);
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) { // a schedule ends at its first exception; this one goes on
      if (thread.isShutdown()) {
        return; // what was interrupted by the end of the application is no news
      }
      LOG.log(Level.WARNING, "What is done by the clock could not be done; it is tried again", e);
    }
  }

  /** Starts nothing any more, and leaves what is under way a moment to end. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "janua-sweeper");
    thread.setDaemon(true);
    return thread;
  }
}
