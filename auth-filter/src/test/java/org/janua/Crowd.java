package org.janua;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many callers who all begin at the same moment. */
final class Crowd {

  private Crowd() {}

  /** What each of them got, in their order. */
  static <T> List<T> together(int callers, IntFunction<Callable<T>> work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<T>> attempts =
          IntStream.range(0, callers)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return work.apply(i).call();
                          }))
              .toList();
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> attempt : attempts) {
        results.add(attempt.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
