package org.janua.sample.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** WildFly: a copied {@code standalone} folder, configured offline by CLI scripts. */
final class WildFly implements ServerKind {

  /** The file name that WildFly maps to the context root {@code /}. */
  private static final String ROOT = "ROOT.war";

  private final Path home =
      Distributions.unpacked().resolve("wildfly-" + Distributions.version("wildfly"));

  @Override
  public String name() {
    return "wildfly";
  }

  @Override
  public String version() {
    return Distributions.version(name());
  }

  @Override
  public void prepare(Setup setup) throws IOException {
    Path base = base(setup);
    Distributions.copy(home.resolve("standalone"), base);
    configure(setup, "janua.cli");
    if (setup.has(Setup.Option.INTERNAL_PORT)) {
      configure(setup, "internal-port.cli");
    }
    if (setup.has(Setup.Option.TWO_PORTS)) {
      configure(setup, "two-ports.cli");
    }
    if (setup.has(Setup.Option.MAIL_SESSION)) {
      configure(setup, "mail-session.cli");
    }
    if (setup.has(Setup.Option.DATA_SOURCE)) {
      Files.copy(Distributions.postgresDriver(), base.resolve("deployments/postgresql.jar"));
      configure(setup, "data-source.cli");
    }
    Files.copy(setup.war(), base.resolve("deployments").resolve(ROOT));
  }

  @Override
  public ProcessBuilder command(Setup setup) {
    Ports ports = setup.ports();
    ProcessBuilder process =
        new ProcessBuilder(
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + base(setup),
            "-Djboss.bind.address=127.0.0.1",
            "-Djboss.bind.address.management=127.0.0.1",
            "-Djboss.http.port=" + ports.http(),
            "-Djboss.https.port=" + ports.spare().get(0),
            "-Djboss.management.http.port=" + ports.management());
    return equipped(process);
  }

  @Override
  public boolean hasTwoPorts() {
    return true;
  }

  @Override
  public boolean settled(ServerLog log, int mark) {
    return log.says(mark, "WFLYSRV0025") || log.says(mark, "WFLYSRV0026");
  }

  @Override
  public String jndiName(String name) {
    return "java:/" + name;
  }

  @Override
  public boolean canRedeploy() {
    return true;
  }

  @Override
  public void redeploy(Setup setup, ServerLog log) {
    String output =
        cli(
            setup,
            "--connect",
            "--controller=127.0.0.1:" + setup.ports().management(),
            "--command=deploy --force --name=" + ROOT + " " + setup.war());
    output.lines().forEach(log::add);
  }

  private void configure(Setup setup, String script) {
    cli(setup, "--file=" + configuration().resolve(script));
  }

  private String cli(Setup setup, String... options) {
    ProcessBuilder process = new ProcessBuilder(home.resolve("bin/jboss-cli.sh").toString());
    process.command().addAll(List.of(options));
    equipped(process).environment().put("JAVA_OPTS", "-Djboss.server.base.dir=" + base(setup));
    return Tool.run(setup.equip(process));
  }

  private ProcessBuilder equipped(ProcessBuilder process) {
    process.environment().put("JAVA_HOME", jdk().home().toString());
    process.environment().put("JBOSS_HOME", home.toString());
    return process;
  }

  private static Path base(Setup setup) {
    return setup.directory().resolve("standalone");
  }
}
