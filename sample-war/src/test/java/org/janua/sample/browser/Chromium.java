package org.janua.sample.browser;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The browser of this machine, installed from Debian's packages if need be and allowed. */
final class Chromium {

  /**
   * What a browser in a test does without: a window, a sandbox (root has none), calls to its maker.
   */
  static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final Logger LOG = System.getLogger(Chromium.class.getName());
  private static final List<String> NAMES = List.of("chromium", "chromium-browser");
  private static final Path INSTALL_LOG = Path.of("target", "chromium-install.log");
  private static final long INSTALL_MINUTES = 10;

  private Chromium() {}

  /**
   * The browser's executable.
   *
   * @throws TestAbortedException there is none, for the reason given; the tests are skipped
   */
  static Path locate() {
    return find(NAMES).or(Chromium::install).orElseThrow();
  }

  private static Optional<Path> install() {
    if (!"root".equals(System.getProperty("user.name")) || find(List.of("apt-get")).isEmpty()) {
      throw skipped("no Chromium on the PATH, and only root can install one with apt-get");
    }
    LOG.log(Level.INFO, "Installing Debian's chromium, see {0}", INSTALL_LOG.toAbsolutePath());
    run("apt-get", "update");
    run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
    return find(NAMES);
  }

  private static void run(String... command) {
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.redirectOutput(ProcessBuilder.Redirect.appendTo(INSTALL_LOG.toFile()));
    process.environment().put("DEBIAN_FRONTEND", "noninteractive");
    try {
      Process running = process.start();
      if (!running.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
        running.destroy();
        throw skipped(String.join(" ", command) + " did not end within ten minutes");
      }
      if (running.exitValue() != 0) {
        throw skipped(String.join(" ", command) + " failed, see " + INSTALL_LOG.toAbsolutePath());
      }
    } catch (IOException e) {
      throw skipped(String.join(" ", command) + " could not be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Path> find(List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static TestAbortedException skipped(String reason) {
    LOG.log(Level.WARNING, "The browser tests are skipped: {0}", reason);
    return new TestAbortedException(reason);
  }
}
