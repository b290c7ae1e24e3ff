package org.janua.sample.browser;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.h2.tools.Server;
import org.janua.sample.it.server.Distributions;

/** The sample with its database in another place, where it can be stopped and started. */
final class BreakableSample implements AutoCloseable {

  private final Path folder;
  private final Sample sample;
  private Server database;

  private BreakableSample(Path folder) throws SQLException {
    this.folder = folder;
    this.database = listen("0");
    String url = "jdbc:h2:tcp://127.0.0.1:" + database.getPort() + "/./auth";
    this.sample = Sample.start(Map.of("AUTH_DATABASE", url));
  }

  static BreakableSample start() throws Exception {
    Path work = Files.createDirectories(Distributions.work());
    return new BreakableSample(Files.createTempDirectory(work, "database-"));
  }

  URI address() {
    return sample.address();
  }

  Credentials admin() {
    return sample.admin();
  }

  void stopDatabase() {
    database.stop();
  }

  /** Starts it again where it was. */
  void startDatabase() throws SQLException {
    database = listen(Integer.toString(database.getPort()));
  }

  private Server listen(String port) throws SQLException {
    return Server.createTcpServer(
            "-tcpPort", port, "-ifNotExists", "-baseDir", folder.toString(), "-tcpDaemon")
        .start();
  }

  @Override
  public void close() {
    sample.close();
    database.stop();
  }
}
