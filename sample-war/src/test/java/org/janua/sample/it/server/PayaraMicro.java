package org.janua.sample.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro: one jar that takes the WAR on its command line. */
final class PayaraMicro implements ServerKind {

  @Override
  public String name() {
    return "payara-micro";
  }

  @Override
  public String version() {
    return Distributions.version(name());
  }

  @Override
  public void prepare(Setup setup) throws IOException {
    Files.createDirectories(setup.directory().resolve("tmp"));
  }

  @Override
  public ProcessBuilder command(Setup setup) {
    List<String> line = new ArrayList<>();
    line.add(jdk().tool("java").toString());
    line.add("-Djava.io.tmpdir=" + setup.directory().resolve("tmp"));
    line.add("-jar");
    line.add(Distributions.unpacked().resolve("payara-micro.jar").toString());
    line.addAll(List.of("--nohazelcast", "--disablephonehome"));
    line.addAll(List.of("--logproperties", file("logging.properties")));
    if (setup.has(Setup.Option.TWO_PORTS)) {
      line.addAll(List.of("--prebootcommandfile", file("two-ports.asadmin")));
    } else {
      line.addAll(List.of("--port", Integer.toString(setup.ports().http())));
      line.addAll(List.of("--prebootcommandfile", file("pre-boot.asadmin")));
    }
    if (setup.has(Setup.Option.INTERNAL_PORT)) {
      line.addAll(List.of("--postbootcommandfile", file("internal-port.asadmin")));
    }
    if (setup.has(Setup.Option.DATA_SOURCE)) {
      line.addAll(List.of("--addlibs", Distributions.postgresDriver().toString()));
      line.addAll(List.of("--postbootcommandfile", file("data-source.asadmin")));
    }
    if (setup.has(Setup.Option.MAIL_SESSION)) {
      line.addAll(List.of("--postbootcommandfile", file("mail-session.asadmin")));
    }
    line.addAll(List.of("--contextroot", "/", "--deploy", setup.war().toString()));
    return new ProcessBuilder(line);
  }

  @Override
  public boolean hasTwoPorts() {
    return true;
  }

  @Override
  public boolean settled(ServerLog log, int mark) {
    return log.says(mark, " ready in ");
  }

  private String file(String name) {
    Path file = configuration().resolve(name);
    return file.toString();
  }
}
