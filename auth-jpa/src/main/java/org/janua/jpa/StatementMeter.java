package org.janua.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Counts the SQL statements that units of work prepare. For tests that claim "this costs no
 * statement": a database opened without one has no wrapper at all. Thread-safe.
 */
public final class StatementMeter {
  private static final Set<String> COUNTED =
      Set.of("prepareStatement", "prepareCall", "createStatement");

  private final AtomicLong statements = new AtomicLong();

  /** How many so far: take the difference of two readings. */
  public long statements() {
    return statements.get();
  }

  DataSource over(DataSource dataSource) {
    return wrap(
        DataSource.class,
        (method, arguments) -> {
          Object result = call(method, dataSource, arguments);
          return result instanceof Connection connection ? over(connection) : result;
        });
  }

  private Connection over(Connection connection) {
    return wrap(
        Connection.class,
        (method, arguments) -> {
          if (COUNTED.contains(method.getName())) {
            statements.incrementAndGet();
          }
          return call(method, connection, arguments);
        });
  }

  private interface Invocation {
    Object answer(Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T wrap(Class<T> type, Invocation invocation) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementMeter.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> invocation.answer(method, arguments)));
  }

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
