package org.janua.jpa;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Our part of a database, open from deployment to undeployment.
 *
 * <p>All work is done in units: functions of a {@link Tx} that return a value, may be run more than
 * once, and so must have no other effect. A unit takes no part in a transaction of the application
 * that calls it. Whatever a unit throws itself comes out unchanged and undoes it; whatever goes
 * wrong with the database comes out as {@link DatabaseUnavailable}. Thread-safe.
 */
public final class Database implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Database.class.getName());
  private static final int TRIES = 3;
  private static final int SWEEP_BATCH = 500;
  private static final int PING_SECONDS = 1;

  private final Closing closing;
  private final DataSource dataSource;
  private final EntityManagerFactory factory;
  private final Detour detour;

  private Database(
      Closing closing, DataSource dataSource, EntityManagerFactory factory, Detour detour) {
    this.closing = closing;
    this.dataSource = dataSource;
    this.factory = factory;
    this.detour = detour;
  }

  /**
   * Connects and brings the tables up to date.
   *
   * @throws DatabaseUnavailable if the database does not answer
   * @throws IllegalStateException if there is no such data source, driver or provider; the message
   *     says which
   */
  public static Database open(DatabaseSource source) {
    return open(source, UnaryOperator.identity());
  }

  /** Opens a database whose statements are counted: for tests. */
  public static Database open(DatabaseSource source, StatementMeter meter) {
    return open(source, meter::over);
  }

  private static Database open(DatabaseSource source, UnaryOperator<DataSource> view) {
    ClassLoader loader = Database.class.getClassLoader();
    Closing closing = new Closing(loader);
    try {
      return closing.within(() -> assemble(source, view, closing, loader));
    } catch (Exception failed) {
      closing.close();
      if (failed instanceof RuntimeException fault && !Trouble.isDatabases(failed)) {
        throw fault;
      }
      throw new DatabaseUnavailable("The database " + source + " cannot be opened", failed);
    }
  }

  private static Database assemble(
      DatabaseSource source, UnaryOperator<DataSource> view, Closing closing, ClassLoader loader)
      throws Exception {
    closing.add(RegisteredDrivers.watch());
    DataSource dataSource = source.connect(loader, closing);
    Migrations.run(dataSource, loader);
    EntityManagerFactory factory = PersistenceUnit.open(view.apply(dataSource), loader);
    closing.add(factory::close);
    factory.createEntityManager().close(); // EclipseLink starts at the first one
    Detour detour = source.isServers() ? closing.add(Detour.open(loader)) : Detour.none();
    return new Database(closing, dataSource, factory, detour);
  }

  /** Reads. The unit may not write, and what it reads is not one snapshot. */
  public <T> T read(Function<Tx, T> work) {
    return answered(
        () -> {
          try (EntityManager manager = factory.createEntityManager()) {
            return work.apply(new Tx(new Entities(manager)));
          }
        });
  }

  /**
   * Writes, and commits before it returns, or undoes what the unit {@linkplain Tx#undo wants
   * undone}. The unit is run again, three times in all, when another transaction was in its way: a
   * deadlock, a newer version of a row, or a unique key that the other one took first, which the
   * unit's own check then sees.
   */
  public <T> T write(Function<Tx, T> work) {
    Committed<T> done = answered(() -> tried(work));
    done.followUps().forEach(Database::quietly);
    return done.result();
  }

  /**
   * Deletes in batches, each a unit of work, so that no lock is held for long.
   *
   * @param work deletes as many rows as it is told, or what there is, and answers how many
   */
  public void sweep(ToIntBiFunction<Tx, Integer> work) {
    int deleted;
    do {
      deleted = write(tx -> work.applyAsInt(tx, SWEEP_BATCH));
    } while (deleted == SWEEP_BATCH);
  }

  /** What a unit of work answered, and what is to follow it. */
  private record Committed<T>(T result, List<Runnable> followUps) {}

  private static void quietly(Runnable followUp) {
    try {
      followUp.run();
    } catch (RuntimeException failed) { // the unit is committed, and its caller must learn that
      LOG.log(WARNING, "What follows a unit of work failed", failed);
    }
  }

  /** Whether the database answers within about two seconds. */
  public boolean ping() {
    try {
      return answered(this::isAnswering);
    } catch (DatabaseUnavailable down) {
      return false;
    }
  }

  /** Gives back everything: connections, threads, drivers. Does nothing the second time. */
  @Override
  public void close() {
    closing.close();
  }

  private boolean isAnswering() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(PING_SECONDS);
    } catch (SQLException down) {
      LOG.log(DEBUG, "The database does not answer", down);
      return false;
    }
  }

  private <T> T answered(Supplier<T> unit) {
    if (closing.isClosed()) {
      throw new DatabaseUnavailable("The database is closed", null);
    }
    try {
      return detour.run(unit);
    } catch (RuntimeException failed) {
      if (Trouble.isDatabases(failed) || closing.isClosed()) {
        throw new DatabaseUnavailable("The database gave no answer", failed);
      }
      throw failed;
    }
  }

  private <T> Committed<T> tried(Function<Tx, T> work) {
    for (int left = TRIES - 1; ; left--) {
      try {
        return committed(work);
      } catch (RuntimeException failed) {
        if (left == 0 || !Trouble.isConflict(failed)) {
          throw failed;
        }
        LOG.log(
            DEBUG, "Another transaction was in the way, running the unit of work again", failed);
      }
    }
  }

  private <T> Committed<T> committed(Function<Tx, T> work) {
    try (EntityManager manager = factory.createEntityManager()) {
      EntityTransaction transaction = manager.getTransaction();
      transaction.begin();
      try {
        Tx tx = new Tx(new Entities(manager));
        T result = work.apply(tx);
        end(transaction, tx.isUndone());
        return new Committed<>(result, tx.followUps());
      } catch (RuntimeException | Error failed) {
        undo(transaction, failed);
        throw failed;
      }
    }
  }

  private static void end(EntityTransaction transaction, boolean undone) {
    if (undone) {
      transaction.rollback();
    } else {
      transaction.commit();
    }
  }

  private static void undo(EntityTransaction transaction, Throwable reason) {
    try {
      if (transaction.isActive()) {
        transaction.rollback();
      }
    } catch (RuntimeException lost) {
      reason.addSuppressed(lost);
    }
  }
}
