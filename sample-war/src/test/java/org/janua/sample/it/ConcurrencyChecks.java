package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many people at once. */
abstract class ConcurrencyChecks {

  private static final int THREADS = 64;
  private static final int ROUNDS = 20;

  @Test
  @Tag("PA-11")
  void nobody_is_ever_taken_for_somebody_else(Site site) throws Exception {
    Person viewer = site.newPerson("viewer");
    Person admin = site.admin();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<Long> worker = () -> mixUps(site, viewer, admin);
      List<Future<Long>> results =
          pool.invokeAll(IntStream.range(0, THREADS).mapToObj(i -> worker).toList());
      assertThat(sum(results)).isZero();
    } finally {
      pool.shutdownNow();
    }
  }

  /** Each round is an administrator, a viewer and a stranger in turn, over kept connections. */
  private static long mixUps(Site site, Person viewer, Person admin) {
    return IntStream.range(0, ROUNDS)
        .filter(
            round ->
                !is(site.send(Call.get("/api/me").cookie(admin.token())), 200, admin.name())
                    || !is(
                        site.send(Call.get("/api/me").bearer(viewer.token())), 200, viewer.name())
                    || !is(site.send(Call.get("/api/hello")), 200, "anonymous")
                    || !is(site.send(Call.get("/api/admin").cookie(viewer.token())), 403, ""))
        .count();
  }

  private static boolean is(Answer answer, int status, String text) {
    return answer.status() == status && answer.body().contains(text);
  }

  private static long sum(List<Future<Long>> results)
      throws InterruptedException, ExecutionException {
    long sum = 0;
    for (Future<Long> result : results) {
      sum += result.get();
    }
    return sum;
  }
}
