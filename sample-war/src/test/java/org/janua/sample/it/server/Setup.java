package org.janua.sample.it.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one instance is made of.
 *
 * @param directory the instance's own work directory
 * @param war the application, deployed at the context root {@code /}
 * @param environment variables of the server process; nothing that starts with {@code AUTH_} is
 *     inherited from this JVM
 * @param options which optional files of {@code server-config} are applied
 */
public record Setup(
    Path directory, Path war, Ports ports, Map<String, String> environment, Set<Option> options) {

  /** An optional part of {@code server-config}. */
  public enum Option {
    /** A PostgreSQL data source under {@link #DATA_SOURCE_NAME}. */
    DATA_SOURCE,
    /** Jakarta Mail, for servers that have it only when they are told. */
    MAIL,
    /** A mail session under {@link #MAIL_SESSION_NAME}. */
    MAIL_SESSION,
    /** A second HTTP listener. */
    INTERNAL_PORT,
    /** An https listener and an internal one, instead of the usual HTTP listener. */
    TWO_PORTS
  }

  /** The JNDI name under which every server's files bind the data source. */
  public static final String DATA_SOURCE_NAME = "jdbc/janua";

  /** The JNDI name under which every server's files bind the mail session. */
  public static final String MAIL_SESSION_NAME = "mail/auth";

  public Setup {
    environment = Map.copyOf(environment);
    options = Set.copyOf(options);
  }

  boolean has(Option option) {
    return options.contains(option);
  }

  /** Where the key of the https listener is. */
  Path keyStore() {
    return directory.resolve(TlsKey.FILE);
  }

  /** Gives the variables to a process that starts this instance or talks to it. */
  ProcessBuilder equip(ProcessBuilder process) {
    Map<String, String> target = process.environment();
    target.keySet().removeIf(name -> name.startsWith("AUTH_") || name.startsWith("PROXY_"));
    target.putAll(environment);
    target.putAll(ownVariables());
    return process.directory(directory.toFile()).redirectErrorStream(true);
  }

  private Map<String, String> ownVariables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("HTTP_PORT", Integer.toString(ports.http()));
    variables.put("INTERNAL_PORT", Integer.toString(ports.internal()));
    variables.put("TLS_ADDRESS", "127.0.0.1");
    variables.put("TLS_PORT", Integer.toString(ports.tls()));
    variables.put("TLS_KEYSTORE", keyStore().toString());
    variables.put("TLS_PASSWORD", TlsKey.PASSWORD);
    return variables;
  }
}
