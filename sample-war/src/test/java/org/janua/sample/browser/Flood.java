package org.janua.sample.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** So many sign-ins at once, without end, that the server has no room for another one. */
final class Flood implements AutoCloseable {

  /** The server hashes on every core and lets eight wait for each; the rest is refused. */
  private static final int AT_ONCE = 9 * Runtime.getRuntime().availableProcessors() + 16;

  private static final long PAUSE_MILLIS = 100;
  private static final int REFUSED = 429;
  private static final long PATIENCE_SECONDS = 60;

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch refusal = new CountDownLatch(1);
  private final HttpRequest attempt;
  private volatile boolean open = true;

  private Flood(URI server) {
    attempt =
        HttpRequest.newBuilder(server.resolve("/auth/api/login"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"username\":\"flood\",\"password\":\"of many\"}"))
            .build();
  }

  static Flood over(URI server) {
    Flood flood = new Flood(server);
    for (int i = 0; i < AT_ONCE; i++) {
      flood.send();
    }
    return flood;
  }

  private void send() {
    client.sendAsync(attempt, BodyHandlers.discarding()).thenAccept(this::answered);
  }

  private void answered(HttpResponse<Void> answer) {
    boolean refused = answer.statusCode() == REFUSED;
    if (refused) {
      refusal.countDown();
    }
    if (open && refused) {
      CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS).execute(this::send);
    } else if (open) {
      send();
    }
  }

  /** Waits until the server refused an attempt for the first time. */
  Flood untilRefused() throws InterruptedException {
    if (!refusal.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "no 429 in " + PATIENCE_SECONDS + " s of a flood of sign-ins");
    }
    return this;
  }

  @Override
  public void close() {
    open = false;
  }
}
