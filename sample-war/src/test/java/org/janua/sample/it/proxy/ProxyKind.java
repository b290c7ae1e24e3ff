package org.janua.sample.it.proxy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A reverse proxy product: how one of its files in {@code server-config} is run. */
public interface ProxyKind {

  /** nginx, from Debian. */
  ProxyKind NGINX = new Nginx();

  /** Caddy, from Debian. */
  ProxyKind CADDY = new Caddy();

  /** How a file says that it listens on a port of the loopback address. */
  String listening(int port);

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
