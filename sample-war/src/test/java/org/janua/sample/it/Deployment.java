package org.janua.sample.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.janua.sample.it.server.Distributions;
import org.janua.sample.it.server.Ports;
import org.janua.sample.it.server.Server;
import org.janua.sample.it.server.ServerKind;
import org.janua.sample.it.server.Setup;

/**
 * The sample WAR with its settings, ready to be started on one server with an empty data directory.
 * Hashing is cheap here and an address may fail as often as it likes: both are shown elsewhere, and
 * these tests sign in hundreds of times from one address.
 */
final class Deployment {

  static final String READY = "/auth/api/session";

  private final ServerKind kind;
  private final Carrier carrier;
  private final Map<String, String> environment = new HashMap<>();
  private Set<Setup.Option> options = Set.of();
  private Path war = Distributions.war();
  private String file = "";
  private int banners = 1;

  Deployment(ServerKind kind, Carrier carrier) {
    this.kind = kind;
    this.carrier = carrier;
    with("AUTH_CARRIER", carrier.value());
    with("AUTH_PASSWORD_HASH_ITERATIONS", "20000");
    with("AUTH_FAILED_LOGIN_RATE_LIMIT", "off");
  }

  Deployment with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Deployment with(Setup.Option... chosen) {
    options = Set.of(chosen);
    return this;
  }

  /** With another WAR than the sample's. */
  Deployment withWar(Path other) {
    war = other;
    return this;
  }

  /** With an {@code auth.yml} in the data directory. */
  Deployment withFile(String text) {
    file = text;
    return this;
  }

  /** Where nobody signs in to Janua itself, so that no administrator is made. */
  Deployment withoutFirstAdmin() {
    banners = 0;
    return this;
  }

  /** Lays the instance out without starting it. */
  Server prepare() {
    Path directory = newDirectory(kind.name() + "-" + carrier.value() + "-");
    Ports ports = Ports.draw();
    Path data = directory.resolve("data");
    with("AUTH_DATA_DIR", data.toString());
    if (!file.isEmpty()) {
      write(data.resolve("auth.yml"), file);
    }
    if (options.contains(Setup.Option.INTERNAL_PORT) || options.contains(Setup.Option.TWO_PORTS)) {
      with("AUTH_INTERNAL_PORTS", Integer.toString(ports.internal()));
    }
    return Server.prepare(kind, new Setup(directory, war, ports, environment, options));
  }

  /** Starts and reads the first administrator's password from the log. */
  Site start() {
    Server server = prepare();
    try {
      server.startUntilAnswered(READY);
      return site(server);
    } catch (RuntimeException | AssertionError e) {
      server.stop();
      throw e;
    }
  }

  private Site site(Server server) {
    List<Site.Credentials> printed = Banner.all(server.log().lines());
    if (printed.size() != banners) {
      throw new AssertionError(printed.size() + " banners in the log:\n" + server.log().tail());
    }
    Path data = Path.of(environment.get("AUTH_DATA_DIR"));
    return new Site(server, carrier, data, printed.stream().findFirst().orElse(null));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newDirectory(String prefix) {
    try {
      Files.createDirectories(Distributions.work());
      return Files.createTempDirectory(Distributions.work(), prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
