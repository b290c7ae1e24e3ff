package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.NamingManager;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server's data source, which takes part in the transaction of the thread that asks. */
final class DetourTest {
  private static final ThreadLocal<Integer> STATUS =
      ThreadLocal.withInitial(() -> Status.STATUS_NO_TRANSACTION);
  private static Database database;

  @BeforeAll
  static void open() throws NamingException {
    Map<String, Object> bound =
        Map.of(
            "java:app/jdbc/auth",
            transactional(),
            "java:comp/TransactionSynchronizationRegistry",
            new Registry());
    NamingManager.setInitialContextFactoryBuilder(e -> environment -> new Names(bound));
    database = Database.open(DatabaseSource.parse("java:app/jdbc/auth"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void without_a_transaction_a_unit_stays_on_its_thread() {
    assertThat(database.<Thread>read(tx -> Thread.currentThread()))
        .isSameAs(Thread.currentThread());
  }

  @Test
  void inside_the_applications_transaction_a_unit_commits_on_its_own() {
    UserRow ann = Rows.user("ann");
    STATUS.set(Status.STATUS_ACTIVE);
    try {
      database.<Void>write(
          tx -> {
            tx.users().add(ann);
            return null;
          });
      assertThat(database.<Long>read(tx -> tx.users().count())).isEqualTo(1);
      assertThat(database.ping()).isTrue();
    } finally {
      STATUS.remove();
    }
    assertThat(database.<Boolean>read(tx -> tx.users().byId(ann.id()).isPresent())).isTrue();
  }

  @Test
  void what_a_unit_throws_comes_back_to_the_caller() {
    IllegalArgumentException own = new IllegalArgumentException("mine");
    STATUS.set(Status.STATUS_MARKED_ROLLBACK);
    try {
      assertThatThrownBy(
              () ->
                  database.write(
                      tx -> {
                        throw own;
                      }))
          .isSameAs(own);
    } finally {
      STATUS.remove();
    }
  }

  /** Refuses connections inside a transaction, as their commit would be refused there. */
  private static DataSource transactional() {
    JdbcDataSource real = new JdbcDataSource();
    real.setURL("jdbc:h2:mem:detour;DB_CLOSE_DELAY=-1");
    return (DataSource)
        Proxy.newProxyInstance(
            DetourTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (STATUS.get() != Status.STATUS_NO_TRANSACTION) {
                throw new SQLException("This connection would join the transaction");
              }
              return method.invoke(real, arguments);
            });
  }

  private static final class Names extends InitialContext {
    private final Map<String, Object> bound;

    Names(Map<String, Object> bound) throws NamingException {
      super(true);
      this.bound = bound;
    }

    @Override
    public Object lookup(String name) throws NamingException {
      if (!bound.containsKey(name)) {
        throw new NameNotFoundException(name);
      }
      return bound.get(name);
    }
  }

  /** Tells the status of the thread, which is all that is asked of it. */
  private static final class Registry implements TransactionSynchronizationRegistry {
    @Override
    public int getTransactionStatus() {
      return STATUS.get();
    }

    @Override
    public Object getTransactionKey() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void putResource(Object key, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object getResource(Object key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setRollbackOnly() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
      throw new UnsupportedOperationException();
    }
  }
}
