package org.janua.sample.it.server;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A program of this machine that a test needs, installed from Debian's packages if need be and
 * allowed. Looked for once in a run.
 */
public final class DebianProgram {

  private static final Logger LOG = System.getLogger(DebianProgram.class.getName());
  private static final long INSTALL_MINUTES = 10;

  /** Where Debian keeps daemons; not on the path of everybody. */
  private static final List<String> DAEMONS = List.of("/usr/sbin", "/sbin");

  private static final Map<String, Optional<String>> MISSING = new ConcurrentHashMap<>();

  private DebianProgram() {}

  /**
   * The program's executable.
   *
   * @param packageName the package that brings it
   * @param names what it may be called
   * @throws TestAbortedException there is none, for the reason given; the test is skipped
   */
  public static Path locate(String packageName, String... names) {
    Optional<Path> there = find(names);
    if (there.isPresent()) {
      return there.get();
    }
    Optional<String> reason = MISSING.computeIfAbsent(packageName, DebianProgram::install);
    return find(names)
        .orElseThrow(
            () -> new TestAbortedException(reason.orElse(packageName + " did not bring it")));
  }

  /** Installs a package; the reason if that was not possible. */
  private static Optional<String> install(String packageName) {
    Path log = Path.of("target", packageName + "-install.log").toAbsolutePath();
    Optional<String> reason = Optional.empty();
    if (!"root".equals(System.getProperty("user.name")) || find("apt-get").isEmpty()) {
      reason =
          Optional.of("no " + packageName + " here, and only root can install it with apt-get");
    } else {
      LOG.log(Level.INFO, "Installing Debian''s {0}, see {1}", packageName, log);
      reason =
          run(log, "apt-get", "update")
              .or(
                  () ->
                      run(log, "apt-get", "install", "-y", "--no-install-recommends", packageName));
    }
    reason.ifPresent(why -> LOG.log(Level.WARNING, "Tests are skipped: {0}", why));
    return reason;
  }

  /** Runs a command; the reason if it failed. */
  private static Optional<String> run(Path log, String... command) {
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process.environment().put("DEBIAN_FRONTEND", "noninteractive");
    process.environment().put("RUNLEVEL", "1"); // a daemon that comes along is not started
    String line = String.join(" ", command);
    try {
      Process running = process.start();
      if (!running.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
        running.destroy();
        return Optional.of(line + " did not end within ten minutes");
      }
      return running.exitValue() == 0
          ? Optional.empty()
          : Optional.of(line + " failed, see " + log);
    } catch (IOException e) {
      return Optional.of(line + " could not be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Path> find(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                        DAEMONS.stream())
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
