package org.janua.sample.it.proxy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.janua.sample.it.server.DebianProgram;
import org.janua.sample.it.server.Distributions;
import org.janua.sample.it.server.ServerLog;

/** Caddy: it reads variables of its environment by itself. */
final class Caddy implements ProxyKind {

  /** No administration port, no port 80, nothing in the machine's certificate store. */
  private static final String MAIN =
      """
      {
      	admin off
      	auto_https disable_redirects
      	skip_install_trust
      }
      import %s
      """;

  private final String site;

  Caddy(String site) {
    this.site = site;
  }

  @Override
  public String listening(int port) {
    return site + ":" + port;
  }

  @Override
  public URI address(int port) {
    return URI.create(listening(port));
  }

  /** It makes its certificate while it listens already. */
  @Override
  public boolean isReady(ServerLog log) {
    return site.startsWith("http:") || log.says(0, "certificate obtained successfully");
  }

  @Override
  public ProcessBuilder command(Path directory, String file, Map<String, String> values)
      throws IOException {
    String program = DebianProgram.locate("caddy", "caddy").toString();
    Path included = Distributions.serverConfig().resolve("caddy").resolve(file);
    Path main = directory.resolve("Caddyfile");
    Files.writeString(main, MAIN.formatted(included));
    ProcessBuilder process =
        new ProcessBuilder(program, "run", "--config", main.toString(), "--adapter", "caddyfile");
    process.environment().putAll(values);
    process.environment().put("XDG_DATA_HOME", directory.resolve("data").toString());
    process.environment().put("XDG_CONFIG_HOME", directory.resolve("config").toString());
    return process;
  }
}
