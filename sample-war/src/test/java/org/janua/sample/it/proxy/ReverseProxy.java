package org.janua.sample.it.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.janua.sample.it.server.Distributions;
import org.janua.sample.it.server.Ports;
import org.janua.sample.it.server.ServerLog;

/**
 * A running reverse proxy on a free port of the loopback address, set up by one file of {@code
 * server-config} as it is: a child process with a folder of its own.
 */
public final class ReverseProxy implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(30);
  private static final long TICK_MILLIS = 50;
  private static final long STOP_SECONDS = 20;

  private final Process process;
  private final ServerLog log = new ServerLog();
  private final URI address;
  private final Path directory;

  private ReverseProxy(Process process, URI address, Path directory) {
    this.process = process;
    this.address = address;
    this.directory = directory;
    log.follow(process.getInputStream());
    Runtime.getRuntime().addShutdownHook(new Thread(this::close)); // a build that is cut off
  }

  /**
   * Starts one and waits until it listens.
   *
   * @param file the name of a file in the product's folder of {@code server-config}
   * @param values the file's variables but {@code LISTEN}
   */
  public static ReverseProxy start(ProxyKind kind, String file, Map<String, String> values) {
    int port = Ports.draw().http();
    Map<String, String> all = new HashMap<>(values);
    all.put("LISTEN", kind.listening(port));
    try {
      Files.createDirectories(Distributions.work());
      Path directory = Files.createTempDirectory(Distributions.work(), "proxy-");
      ProcessBuilder command = kind.command(directory, file, all);
      command.directory(directory.toFile()).redirectErrorStream(true);
      ReverseProxy proxy = new ReverseProxy(command.start(), kind.address(port), directory);
      proxy.await(kind);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return address;
  }

  /** The certificate of the authority that Caddy makes for itself. */
  public Path ownAuthority() {
    return directory.resolve("data/caddy/pki/authorities/local/root.crt");
  }

  /** What it printed. */
  public ServerLog log() {
    return log;
  }

  /** Ends the process, which ends its workers. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void await(ProxyKind kind) {
    long end = System.nanoTime() + START.toNanos();
    while (!isListening() || !kind.isReady(log)) {
      if (System.nanoTime() > end || ended()) {
        close();
        throw new IllegalStateException("the proxy does not listen:\n" + log.tail());
      }
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
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
}
