package org.janua.sample.it.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.janua.sample.it.server.DebianProgram;
import org.janua.sample.it.server.Distributions;

/** Caddy: it reads variables of its environment by itself. */
final class Caddy implements ProxyKind {

  /** No administration port, and nothing is written into the machine's certificate store. */
  private static final String MAIN =
      """
      {
      	admin off
      	skip_install_trust
      }
      import %s
      """;

  @Override
  public String listening(int port) {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public ProcessBuilder command(Path directory, String file, Map<String, String> values)
      throws IOException {
    String program = DebianProgram.locate("caddy", "caddy").toString();
    Path site = Distributions.serverConfig().resolve("caddy").resolve(file);
    Path main = directory.resolve("Caddyfile");
    Files.writeString(main, MAIN.formatted(site));
    ProcessBuilder process =
        new ProcessBuilder(program, "run", "--config", main.toString(), "--adapter", "caddyfile");
    process.environment().putAll(values);
    process.environment().put("XDG_DATA_HOME", directory.resolve("data").toString());
    process.environment().put("XDG_CONFIG_HOME", directory.resolve("config").toString());
    return process;
  }
}
