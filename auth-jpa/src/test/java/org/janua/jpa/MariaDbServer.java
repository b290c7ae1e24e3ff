package org.janua.jpa;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The machine's own MariaDB, started on a free port with an empty data directory. */
final class MariaDbServer {
  private static final System.Logger LOG = System.getLogger(MariaDbServer.class.getName());
  private static final int MOST_TRIES = 600;

  private final Process process;
  private final String url;

  private MariaDbServer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Skips the test that asks, with the reason in the log, where no MariaDB is installed. */
  static MariaDbServer start(Path folder) throws Exception {
    String data = folder.resolve("data").toString();
    String install = program("mariadb-install-db");
    String server = program("mariadbd");
    Process installed =
        run(folder, install, "--no-defaults", "--skip-test-db", "--datadir=" + data);
    if (!installed.waitFor(60, TimeUnit.SECONDS) || installed.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("log")));
    }
    int port = freePort();
    Process process =
        run(
            folder,
            server,
            "--no-defaults",
            "--datadir=" + data,
            "--skip-grant-tables",
            "--skip-networking=0",
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--socket=" + folder.resolve("socket"),
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_general_ci");
    MariaDbServer started =
        new MariaDbServer(process, "jdbc:mariadb://127.0.0.1:" + port + "/%s?user=root");
    started.awaitAnswer(folder);
    return started;
  }

  /** The URL of a new, empty database; its default collation ignores case and accents. */
  String newDatabase(String name) throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return url.formatted(name);
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private void awaitAnswer(Path folder) throws Exception {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        connect().close();
        return;
      } catch (SQLException notYet) {
        if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    }
    stop();
    throw new IllegalStateException(Files.readString(folder.resolve("log")));
  }

  private Connection connect() throws SQLException {
    return new org.mariadb.jdbc.Driver().connect(url.formatted(""), null);
  }

  private static Process run(Path folder, String... command) throws IOException {
    List<String> line = new ArrayList<>(List.of(command));
    if (System.getProperty("user.name").equals("root")) {
      line.add("--user=root");
    }
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  private static String program(String name) {
    List<String> folders = new ArrayList<>();
    Collections.addAll(folders, System.getenv("PATH").split(File.pathSeparator));
    folders.add("/usr/sbin");
    return folders.stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseGet(() -> skip(name));
  }

  private static String skip(String name) {
    String reason = "MariaDB is not tested: no " + name + " on this machine's PATH";
    LOG.log(System.Logger.Level.WARNING, reason);
    return abort(reason);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
