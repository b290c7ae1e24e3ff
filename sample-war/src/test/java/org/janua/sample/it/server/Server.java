package org.janua.sample.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One instance of an application server with the WAR in it: a child process that can be started,
 * stopped and started again over the same files. Not for concurrent use, except {@link #log()}.
 */
public final class Server implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration ONCE_SETTLED = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(60);
  private static final long TICK_MILLIS = 100;

  private final ServerKind kind;
  private final Setup setup;
  private final ServerLog log = new ServerLog();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1) // an offer of HTTP/2 makes Open Liberty wait
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private volatile Process process;
  private int startMark;

  private Server(ServerKind kind, Setup setup) {
    this.kind = kind;
    this.setup = setup;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop)); // a build that is cut off
  }

  /** Lays out a new instance, without starting it. */
  public static Server prepare(ServerKind kind, Setup setup) {
    try {
      if (setup.has(Setup.Option.TWO_PORTS)) {
        TlsKey.make(kind.jdk(), setup.keyStore());
      }
      kind.prepare(setup);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Server(kind, setup);
  }

  /** Starts and waits until {@code path} is answered with 200. */
  public Server startUntilAnswered(String path) {
    launch();
    if (!kind.deploy(setup, log)) {
      throw failed("the application was refused");
    }
    await("an answer from " + path, () -> status(path) == 200 || kind.settled(log, startMark));
    await("an answer from " + path, ONCE_SETTLED, () -> status(path) == 200);
    return this;
  }

  /** Starts and waits until the server has done what it could, whatever became of the WAR. */
  public Server startUntilSettled() {
    launch();
    kind.deploy(setup, log);
    await("the end of the start", () -> !process.isAlive() || kind.settled(log, startMark));
    return this;
  }

  /** Deploys the same WAR again and waits until {@code path} is answered with 200. */
  public void redeployUntilAnswered(String path) {
    kind.redeploy(setup, log);
    await("an answer from " + path + " after deploying again", () -> status(path) == 200);
  }

  /** Ends the process and its children, and waits until they are gone. */
  public void stop() {
    if (process == null) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(this::awaitEnd);
    process = null;
  }

  @Override
  public void close() {
    stop();
  }

  public ServerKind kind() {
    return kind;
  }

  public Setup setup() {
    return setup;
  }

  public ServerLog log() {
    return log;
  }

  /** What the server printed since it was last started. */
  public List<String> logSinceStart() {
    return log.since(startMark);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + setup.ports().http());
  }

  public URI internalAddress() {
    return URI.create("http://127.0.0.1:" + setup.ports().internal());
  }

  /** The address of the https listener, by the name in its certificate. */
  public URI tlsAddress() {
    return URI.create("https://localhost:" + setup.ports().tls());
  }

  /** The key store of the https listener, with {@link TlsKey#PASSWORD}. */
  public Path keyStore() {
    return setup.keyStore();
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Runs a jcmd command in the server's JVM: the youngest process below the one started here. */
  public List<String> jcmd(String... command) {
    long pid =
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
            .filter(handle -> handle.info().command().orElse("").endsWith("java"))
            .reduce((parent, child) -> child)
            .orElseThrow()
            .pid();
    String tool = kind.jdk().tool("jcmd").toString();
    List<String> line =
        Stream.concat(Stream.of(tool, Long.toString(pid)), Stream.of(command)).toList();
    return Tool.run(new ProcessBuilder(line).redirectErrorStream(true)).lines().toList();
  }

  /** The status of a GET, or -1 when nobody answers. */
  public int status(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(plainAddress().resolve(path))
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private URI plainAddress() {
    return setup.has(Setup.Option.TWO_PORTS) ? internalAddress() : address();
  }

  private void launch() {
    if (process != null) {
      throw new IllegalStateException(kind.name() + " runs already");
    }
    startMark = log.mark();
    try {
      process = setup.equip(kind.command(setup)).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    log.follow(process.getInputStream());
    Runtime.getRuntime()
        .addShutdownHook(new Thread(process::destroy)); // a build that is broken off
    await("the server's port", () -> status("/") != -1 || kind.settled(log, startMark));
  }

  private void await(String what, BooleanSupplier condition) {
    await(what, START, condition);
  }

  private void await(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw failed("waited " + patience + " in vain for " + what);
      }
      if (ended() && !condition.getAsBoolean()) {
        throw failed("the process ended before " + what);
      }
    }
  }

  /** Waits one tick for the process to end. */
  private boolean ended() {
    try {
      return process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private IllegalStateException failed(String why) {
    return new IllegalStateException(kind.name() + ": " + why + "\n" + log.tail());
  }

  private void awaitEnd(ProcessHandle handle) {
    try {
      handle.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      log.add("(did not stop within " + STOP + ": killed)");
      handle.destroyForcibly();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
