package org.janua.jpa;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The way round the application's transaction. A server's data source joins the transaction of the
 * thread that asks, so a unit of work called within one runs on a thread that has none. Without a
 * transaction it stays where it is.
 */
interface Detour extends AutoCloseable {
  <T> T run(Supplier<T> unit);

  @Override
  default void close() {}

  /** For connections that join no transaction. */
  static Detour none() {
    return new Detour() {
      @Override
      public <T> T run(Supplier<T> unit) {
        return unit.get();
      }
    };
  }

  /** By the registry's portable name; a plain servlet container has no transactions to avoid. */
  static Detour open(ClassLoader loader) {
    try {
      return new ByThread(
          InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry"), loader);
    } catch (NamingException noTransactions) {
      return none();
    }
  }

  /** At most ten units at a time; more wait, as they would for a connection. */
  final class ByThread implements Detour {
    private static final int THREADS = 10;
    private static final int IDLE_SECONDS = 10;

    private final TransactionSynchronizationRegistry transactions;
    private final ThreadPoolExecutor threads;

    private ByThread(TransactionSynchronizationRegistry transactions, ClassLoader loader) {
      this.transactions = transactions;
      this.threads =
          new ThreadPoolExecutor(
              THREADS,
              THREADS,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(),
              daemons(loader));
      threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public <T> T run(Supplier<T> unit) {
      boolean inside = transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
      return inside ? outside(unit) : unit.get();
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }

    private <T> T outside(Supplier<T> unit) {
      Future<T> result = threads.submit(unit::get);
      try {
        return result.get();
      } catch (InterruptedException stopped) {
        result.cancel(true);
        Thread.currentThread().interrupt();
        throw new DatabaseUnavailable("Interrupted while waiting for the database", stopped);
      } catch (ExecutionException failed) {
        throw thrownBy(failed.getCause());
      }
    }

    private static RuntimeException thrownBy(Throwable cause) {
      if (cause instanceof Error error) {
        throw error;
      }
      return (RuntimeException) cause; // a Supplier throws nothing else
    }

    private static ThreadFactory daemons(ClassLoader loader) {
      return work -> {
        Thread thread = Executors.defaultThreadFactory().newThread(work);
        thread.setName("janua-database");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
      };
    }
  }
}
