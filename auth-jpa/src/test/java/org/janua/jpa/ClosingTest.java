package org.janua.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(PostgresServer.Shared.class)
@Tag("FA-11")
final class ClosingTest {

  @ParameterizedTest
  @EnumSource
  void a_closed_embedded_database_leaves_no_thread_driver_lock_or_class_loader(
      Provider provider, @TempDir Path folder) throws Exception {
    leavesNothing(provider, "jdbc:h2:file:" + folder.resolve("auth"));
  }

  @ParameterizedTest
  @EnumSource
  void a_closed_postgresql_database_leaves_no_thread_driver_or_class_loader(
      Provider provider, PostgresServer server) throws Exception {
    leavesNothing(provider, server.newDatabase());
  }

  @Test
  void a_database_that_cannot_be_opened_leaves_no_thread() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();

    assertThatThrownBy(
            () -> Database.open(DatabaseSource.jdbc("jdbc:postgresql://127.0.0.1:1/auth")))
        .isInstanceOf(DatabaseUnavailable.class);

    assertThatNoneIsLeft(before);
  }

  @Test
  void a_closed_database_answers_that_it_is_unavailable() {
    Database database = Database.open(DatabaseSource.jdbc("jdbc:h2:mem:closed"));
    database.close();
    database.close();

    assertThatThrownBy(() -> database.read(tx -> tx.users().count()))
        .isInstanceOf(DatabaseUnavailable.class);
    assertThat(database.ping()).isFalse();
  }

  @Test
  void the_threads_class_loader_is_as_before() {
    ClassLoader own = new ClassLoader(getClass().getClassLoader()) {};
    Thread.currentThread().setContextClassLoader(own);
    try {
      Database.open(DatabaseSource.jdbc("jdbc:h2:mem:loader")).close();

      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(own);
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
  }

  private static void leavesNothing(Provider provider, String url) throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    Reference<ClassLoader> deployment = new PhantomReference<>(deployed(provider, url), collected);

    assertThatItIsCollected(collected);
    Reference.reachabilityFence(deployment);
    // after the collection: a java.lang.ref.Cleaner of a driver ends by it
    assertThatNoneIsLeft(before);
    provider.open(DatabaseSource.jdbc(url)).close();
  }

  private static ClassLoader deployed(Provider provider, String url) throws Exception {
    try (WarLoader war = new WarLoader()) {
      Object drivers =
          war.loadClass(Deployment.class.getName())
              .getMethod("run", String.class, String.class)
              .invoke(null, provider.name(), url);
      assertThat((String[]) drivers).isEmpty();
      return war;
    }
  }

  private static void assertThatItIsCollected(ReferenceQueue<ClassLoader> collected)
      throws InterruptedException {
    for (int tries = 0; tries < 50; tries++) {
      System.gc();
      if (collected.remove(100) != null) {
        return;
      }
    }
    fail("the class loader of a closed deployment is still reachable");
  }

  private static void assertThatNoneIsLeft(Set<Thread> before) throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (!before.contains(thread)) {
        thread.join(Duration.ofSeconds(10).toMillis());
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }
}
