package org.janua.sample.it.proxy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.janua.sample.it.server.DebianProgram;
import org.janua.sample.it.server.Distributions;

/** nginx: a template is filled in as {@code envsubst} does it, and included in a bare main file. */
final class Nginx implements ProxyKind {

  private static final String MAIN =
      """
      %s
      daemon off;
      pid nginx.pid;
      events {}
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        include site.conf;
      }
      """;

  @Override
  public String listening(int port) {
    return "127.0.0.1:" + port;
  }

  @Override
  public ProcessBuilder command(Path directory, String file, Map<String, String> values)
      throws IOException {
    String program = DebianProgram.locate("nginx-light", "nginx").toString();
    String site = Files.readString(Distributions.serverConfig().resolve("nginx").resolve(file));
    for (Map.Entry<String, String> value : values.entrySet()) {
      site = site.replace("${" + value.getKey() + "}", value.getValue());
    }
    Files.writeString(directory.resolve("site.conf"), site);
    Files.writeString(directory.resolve("nginx.conf"), MAIN.formatted(worker()));
    String prefix = directory + "/";
    return new ProcessBuilder(program, "-p", prefix, "-c", "nginx.conf", "-e", "stderr");
  }

  /** The workers of root's nginx would be somebody who cannot read the test's folders. */
  private static String worker() {
    return "root".equals(System.getProperty("user.name")) ? "user root;" : "";
  }
}
