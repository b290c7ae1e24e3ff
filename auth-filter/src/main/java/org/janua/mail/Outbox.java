package org.janua.mail;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.janua.config.Mail;

/**
 * What is to be mailed, and two threads that write and send it. Whoever puts something in does not
 * wait, and cannot tell whether a letter comes of it. When too much is waiting, what comes on top
 * is dropped: it can be asked for again. Thread-safe; {@link #close} waits a moment for what is
 * under way, and ends the threads.
 */
public final class Outbox implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Outbox.class.getName());
  private static final int THREADS = 2;
  private static final int WAITING = 100;
  private static final int IDLE_SECONDS = 30;
  private static final int END_SECONDS = 2;

  private final Post post;
  private final ThreadPoolExecutor threads;
  private final AtomicLong dropped = new AtomicLong();

  Outbox(Post post) {
    // the one of the thread that starts the application, by which some servers show their services
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    this.post = post;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> thread(work, loader),
            (work, full) -> drop());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Opens it. Empty, and the log says why, where the server lacks what was configured: people can
   * then sign in all the same.
   */
  public static Optional<Outbox> open(Mail mail, InstantSource clock) {
    try {
      return Optional.of(new Outbox(MailSession.open(mail, clock)));
    } catch (IllegalStateException | LinkageError missing) {
      LOG.log(Level.ERROR, "No mails are sent: " + reason(missing), missing);
      return Optional.empty();
    }
  }

  private static String reason(Throwable missing) {
    return missing instanceof LinkageError
        ? "the server lacks Jakarta Mail (Open Liberty: mail-2.1)"
        : missing.getMessage();
  }

  /** Later, and on another thread: writes letters, if there are any to write, and sends them. */
  public void later(Supplier<List<Letter>> writing) {
    threads.execute(() -> work(writing));
  }

  /** How often something was dropped since the start. */
  public long dropped() {
    return dropped.get();
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(Supplier<List<Letter>> writing) {
    try {
      writing.get().forEach(this::send);
    } catch (RuntimeException e) { // a database that is down, most likely
      LOG.log(Level.WARNING, "A mail could not be written", e);
    }
  }

  private void send(Letter letter) {
    try {
      post.send(letter);
    } catch (Post.Undelivered failed) {
      LOG.log(Level.WARNING, "A mail was not sent: " + letter, failed.getCause());
    }
  }

  /** Said at the first, the second, the fourth and so on: a flood must not flood the log. */
  private void drop() {
    long count = dropped.incrementAndGet();
    if (Long.bitCount(count) == 1) {
      LOG.log(
          Level.WARNING, "Too many mails are waiting; {0} were not written since the start", count);
    }
  }

  private static Thread thread(Runnable work, ClassLoader loader) {
    Thread thread = new Thread(work, "janua-outbox");
    thread.setDaemon(true);
    thread.setContextClassLoader(loader);
    return thread;
  }
}
