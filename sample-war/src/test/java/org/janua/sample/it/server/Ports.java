package org.janua.sample.it.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The ports of one instance, all free when they were drawn. They lie below those that the system
 * hands out to connections, so that none is taken while the instance is stopped.
 *
 * @param http where the application answers
 * @param internal a second HTTP port
 * @param tls an https port
 * @param management the server's administration port
 * @param spare for listeners that nobody uses and that cannot be switched off
 */
public record Ports(int http, int internal, int tls, int management, List<Integer> spare) {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int COUNT = 13;

  /** Draws ports that are free now. */
  public static Ports draw() {
    List<Integer> ports =
        ThreadLocalRandom.current()
            .ints(LOWEST, HIGHEST)
            .distinct()
            .filter(Ports::isFree)
            .limit(COUNT)
            .boxed()
            .toList();
    return new Ports(
        ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.subList(4, COUNT));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
