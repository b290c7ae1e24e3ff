package org.janua.sample.it.server;

import java.io.IOException;
import java.nio.file.Path;

/** An application server product: how one instance of it is laid out, started and asked. */
public interface ServerKind {

  /** The name used in properties, folders and reports, such as {@code wildfly}. */
  String name();

  /** The release that is started. */
  String version();

  /** The JDK the server runs on. */
  default Jdk jdk() {
    return Jdk.current();
  }

  /** Writes the instance's files under {@link Setup#directory()}; called once per instance. */
  void prepare(Setup setup) throws IOException;

  /** The command that runs the prepared instance in the foreground. */
  ProcessBuilder command(Setup setup);

  /**
   * Brings the WAR into the started server, for products that do not take it at start.
   *
   * @return false when the server refused it
   */
  default boolean deploy(Setup setup, ServerLog log) {
    return true;
  }

  /**
   * Whether the server has finished starting, successfully or not, with what it had to deploy.
   *
   * @param mark where the log of this start begins
   */
  boolean settled(ServerLog log, int mark);

  /** Whether there are files for {@link Setup.Option#TWO_PORTS}. */
  default boolean hasTwoPorts() {
    return false;
  }

  /** The JNDI name under which the server's files bind what the others call {@code name}. */
  default String jndiName(String name) {
    return name;
  }

  /** Whether {@link #redeploy} works. */
  default boolean canRedeploy() {
    return false;
  }

  /** Takes the running application out and puts the same WAR in again. */
  default void redeploy(Setup setup, ServerLog log) {
    throw new UnsupportedOperationException(name() + " is not asked to deploy again");
  }

  /** The folder of {@code server-config} that belongs to this product. */
  default Path configuration() {
    return Distributions.serverConfig().resolve(name());
  }
}
