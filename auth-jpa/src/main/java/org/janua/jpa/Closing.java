package org.janua.jpa;

import static java.lang.System.Logger.Level.WARNING;

import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What was opened, to be closed in reverse order, whatever fails. Opening and closing run with our
 * own class loader as the thread's, because libraries look for their parts there.
 */
final class Closing implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Closing.class.getName());

  private final ClassLoader loader;
  private final ConcurrentLinkedDeque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  Closing(ClassLoader loader) {
    this.loader = loader;
  }

  <R extends AutoCloseable> R add(R resource) {
    opened.push(resource);
    return resource;
  }

  boolean isClosed() {
    return closed.get();
  }

  <T> T within(Callable<T> work) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      opened.forEach(this::quietly);
    }
  }

  private void quietly(AutoCloseable resource) {
    try {
      within(
          () -> {
            resource.close();
            return null;
          });
    } catch (Exception failed) {
      LOG.log(WARNING, "Part of the database could not be closed", failed);
    }
  }
}
