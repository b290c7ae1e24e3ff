package org.janua.sample.it.proxy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.janua.sample.it.server.ServerLog;

/** A reverse proxy product: how one of its files in {@code server-config} is run. */
public interface ProxyKind {

  /** nginx, from Debian. */
  ProxyKind NGINX = new Nginx();

  /** Caddy, from Debian. */
  ProxyKind CADDY = new Caddy("http://127.0.0.1");

  /** The same with https and a certificate of its own making. */
  ProxyKind CADDY_HTTPS = new Caddy("https://localhost");

  /** How a file says that it listens on a port of the loopback address. */
  String listening(int port);

  /** The address of the site on that port. */
  default URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Whether it can be used as soon as it listens, by what it printed. */
  default boolean isReady(ServerLog log) {
    return true;
  }

  /**
   * The command that runs a file in the foreground.
   *
   * @param directory a folder of its own
   * @param file the name of the file, in the product's folder of {@code server-config}
   * @param values what is put in for the file's variables
   */
  ProcessBuilder command(Path directory, String file, Map<String, String> values)
      throws IOException;
}
