package org.janua.sample.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Payara Server and GlassFish: a domain folder, started and filled by asadmin. Each instance is a
 * copy of the domain that the product ships, with free ports.
 */
final class DomainServer implements ServerKind {

  private static final String DOMAIN = "domain1";
  private static final String APPLICATION = "sample";

  private final String name;
  private final String version;
  private final Path home;
  private final Jdk jdk;
  private final boolean readsEnvironment;

  /**
   * Describes a product.
   *
   * @param readsEnvironment whether {@code ${ENV=NAME}} works everywhere in its configuration;
   *     otherwise the files refer to system properties of the server
   */
  DomainServer(String name, String version, Path home, Jdk jdk, boolean readsEnvironment) {
    this.name = name;
    this.version = version;
    this.home = home;
    this.jdk = jdk;
    this.readsEnvironment = readsEnvironment;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Jdk jdk() {
    return jdk;
  }

  @Override
  public void prepare(Setup setup) throws IOException {
    Path domain = setup.directory().resolve(DOMAIN);
    Distributions.copy(home.resolve("glassfish/domains").resolve(DOMAIN), domain);
    new DomainXml(domain.resolve("config/domain.xml")).move(setup.ports());
    if (setup.has(Setup.Option.DATA_SOURCE)) {
      Path driver = Distributions.postgresDriver();
      Files.createDirectories(domain.resolve("lib"));
      Files.copy(driver, domain.resolve("lib").resolve(driver.getFileName()));
    }
  }

  @Override
  public ProcessBuilder command(Setup setup) {
    return local("start-domain", "--verbose", "--domaindir", setup.directory().toString(), DOMAIN);
  }

  /**
   * Configures the instance and deploys at its first start; afterwards the domain remembers both.
   * All commands go to one asadmin, since each asadmin is a JVM.
   */
  @Override
  public boolean deploy(Setup setup, ServerLog log) {
    if (Files.exists(setup.directory().resolve(DOMAIN).resolve("applications/" + APPLICATION))) {
      return true;
    }
    try {
      Path script = setup.directory().resolve("first-start.asadmin");
      Files.write(script, script(setup));
      return succeeded(asadmin(setup, log, "multimode", "--file", script.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** GlassFish and Payara are settled when asadmin has returned. */
  @Override
  public boolean settled(ServerLog log, int mark) {
    return log.says(mark, "Command deploy ") || log.says(mark, "remote failure:");
  }

  @Override
  public boolean canRedeploy() {
    return true;
  }

  @Override
  public void redeploy(Setup setup, ServerLog log) {
    String[] command = deployment(setup, "--force=true").split(" ");
    Tool.Result result = asadmin(setup, log, command);
    if (!succeeded(result)) {
      throw new IllegalStateException(result.output());
    }
  }

  private List<String> script(Setup setup) throws IOException {
    List<String> lines = new ArrayList<>();
    if (!readsEnvironment && !setup.options().isEmpty()) {
      lines.add("create-system-properties " + properties(setup));
    }
    for (String file : files(setup)) {
      lines.addAll(Files.readAllLines(configuration().resolve(file)));
    }
    lines.add(deployment(setup));
    return lines;
  }

  /** What the files refer to as {@code ${NAME}}, in asadmin's form. */
  private static String properties(Setup setup) {
    return Stream.concat(
            Stream.of("INTERNAL_PORT=" + setup.ports().internal()),
            setup.environment().entrySet().stream()
                .filter(variable -> variable.getKey().matches("(DB|SMTP)_.*"))
                .map(variable -> variable.getKey() + "=" + variable.getValue()))
        .collect(Collectors.joining(":"));
  }

  private static List<String> files(Setup setup) {
    List<String> files = new ArrayList<>();
    if (setup.has(Setup.Option.INTERNAL_PORT)) {
      files.add("internal-port.asadmin");
    }
    if (setup.has(Setup.Option.DATA_SOURCE)) {
      files.add("data-source.asadmin");
    }
    if (setup.has(Setup.Option.MAIL_SESSION)) {
      files.add("mail-session.asadmin");
    }
    return files;
  }

  private static String deployment(Setup setup, String... options) {
    return String.join(
        " ",
        Stream.of(
                Stream.of("deploy", "--contextroot", "/", "--name", APPLICATION),
                Stream.of(options),
                Stream.of(setup.war().toString()))
            .flatMap(part -> part)
            .toList());
  }

  private Tool.Result asadmin(Setup setup, ServerLog log, String... command) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of("--interactive=false", "--host", "127.0.0.1"));
    line.addAll(List.of("--port", Integer.toString(setup.ports().management())));
    line.addAll(List.of(command));
    Tool.Result result = Tool.tryRun(setup.equip(local(line.toArray(String[]::new))));
    log.add("asadmin " + String.join(" ", command));
    result.output().lines().forEach(log::add);
    return result;
  }

  private ProcessBuilder local(String... command) {
    List<String> line = new ArrayList<>();
    line.add(home.resolve("glassfish/bin/asadmin").toString());
    line.addAll(List.of(command));
    ProcessBuilder process = new ProcessBuilder(line);
    process.environment().put("AS_JAVA", jdk.home().toString());
    process.environment().put("JAVA_HOME", jdk.home().toString());
    return process;
  }

  private static boolean succeeded(Tool.Result result) {
    return result.exit() == 0
        && !result.output().contains("remote failure:")
        && !result.output().contains(" failed.");
  }
}
