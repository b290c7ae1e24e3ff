package org.janua.sample.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Open Liberty: a user directory with one server, configured by {@code server.xml}. */
final class OpenLiberty implements ServerKind {

  private static final String SERVER = "janua";

  @Override
  public String name() {
    return "openliberty";
  }

  @Override
  public String version() {
    return Distributions.version(name());
  }

  @Override
  public void prepare(Setup setup) throws IOException {
    Path server = setup.directory().resolve("usr/servers").resolve(SERVER);
    Path overrides = server.resolve("configDropins/overrides");
    Files.createDirectories(overrides);
    Files.createDirectories(server.resolve("apps"));
    Files.copy(configuration().resolve("server.xml"), server.resolve("server.xml"));
    Files.copy(setup.war(), server.resolve("apps/sample.war"));
    if (setup.has(Setup.Option.INTERNAL_PORT)) {
      Files.copy(
          configuration().resolve("internal-port.xml"), overrides.resolve("internal-port.xml"));
    }
    if (setup.has(Setup.Option.MAIL)) {
      Files.copy(configuration().resolve("mail.xml"), overrides.resolve("mail.xml"));
    }
    if (setup.has(Setup.Option.MAIL_SESSION)) {
      Files.copy(configuration().resolve("mail-session.xml"), overrides.resolve("mail.xml"));
    }
    if (setup.has(Setup.Option.DATA_SOURCE)) {
      Files.copy(configuration().resolve("data-source.xml"), overrides.resolve("data-source.xml"));
      Files.createDirectories(server.resolve("drivers"));
      Files.copy(Distributions.postgresDriver(), server.resolve("drivers/postgresql.jar"));
    }
  }

  @Override
  public ProcessBuilder command(Setup setup) {
    ProcessBuilder process =
        new ProcessBuilder(
            Distributions.unpacked().resolve("wlp/bin/server").toString(), "run", SERVER);
    process.environment().put("JAVA_HOME", jdk().home().toString());
    process.environment().put("WLP_USER_DIR", setup.directory().resolve("usr").toString());
    return process;
  }

  /** The kernel is ready (CWWKF0011I) and the application has started or failed to. */
  @Override
  public boolean settled(ServerLog log, int mark) {
    return log.says(mark, "CWWKF0011I")
        && (log.says(mark, "CWWKZ0001I")
            || log.says(mark, "CWWKZ0002E")
            || log.says(mark, "CWWKZ0012I"));
  }
}
