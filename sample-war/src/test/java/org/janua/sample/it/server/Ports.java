package org.janua.sample.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * The ports of one instance, all free when they were drawn.
 *
 * @param http where the application answers
 * @param internal a second HTTP port
 * @param management the server's administration port
 * @param spare for listeners that nobody uses and that cannot be switched off
 */
public record Ports(int http, int internal, int management, List<Integer> spare) {

  /** Draws ports that are free now. */
  public static Ports draw() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 12; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
      return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.subList(3, ports.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
