package org.janua.sample.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.janua.sample.it.server.Distributions;
import org.janua.sample.it.server.Ports;
import org.janua.sample.it.server.Server;
import org.janua.sample.it.server.ServerKinds;
import org.janua.sample.it.server.Setup;

/** The sample on the first of the chosen servers, with an empty database. */
final class Sample implements AutoCloseable {

  private static final String ADMIN = "admin";
  private static final String STARS = "\\*{8,}";

  private final Server server;

  private Sample(Server server) {
    this.server = server;
  }

  /** Starts it with these variables in its environment, and waits until it answers. */
  static Sample start(Map<String, String> variables) {
    return start(Ports.draw(), variables);
  }

  /** The same with mails, which go to this port of this machine. */
  static Sample startMailing(int smtpPort) {
    Ports ports = Ports.draw();
    return start(
        ports,
        Map.of(
            "AUTH_MAIL_SMTP_HOST",
            "127.0.0.1",
            "AUTH_MAIL_SMTP_PORT",
            Integer.toString(smtpPort),
            "AUTH_MAIL_FROM",
            "Sample <no-reply@example.org>",
            "AUTH_BASE_URL",
            "http://127.0.0.1:" + ports.http()));
  }

  private static Sample start(Ports ports, Map<String, String> variables) {
    Path directory = directory();
    Map<String, String> environment = new HashMap<>();
    environment.put("AUTH_FAILED_LOGIN_RATE_LIMIT", "off"); // all tests come from one address
    environment.putAll(variables);
    environment.put("AUTH_DATA_DIR", directory.resolve("data").toString());
    Setup setup =
        new Setup(directory, Distributions.war(), ports, environment, Set.of(Setup.Option.MAIL));
    Server server = Server.prepare(ServerKinds.chosen().get(0), setup);
    try {
      return new Sample(server.startUntilAnswered("/auth/login"));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Path directory() {
    try {
      Path work = Files.createDirectories(Distributions.work());
      return Files.createTempDirectory(work, "browser-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return server.address();
  }

  /** The first administrator, as printed between two lines of stars at the first start. */
  Credentials admin() {
    List<String> log = server.log().lines().stream().map(String::strip).toList();
    return IntStream.range(0, log.size() - 3)
        .filter(line -> log.get(line).matches(STARS) && log.get(line + 1).equals(ADMIN))
        .mapToObj(line -> new Credentials(ADMIN, log.get(line + 2)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no first password in the server's log"));
  }

  @Override
  public void close() {
    server.close();
  }
}
