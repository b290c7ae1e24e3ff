package org.janua.sample.it.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The products the tests know, and the choice made for this run. */
public final class ServerKinds {

  private static final Logger LOG = System.getLogger(ServerKinds.class.getName());
  private static final int GLASSFISH_8_FLOOR = 21;

  private static final Map<String, Supplier<ServerKind>> ALL =
      Map.of(
          "payara-micro", PayaraMicro::new,
          "payara", ServerKinds::payara,
          "wildfly", WildFly::new,
          "openliberty", OpenLiberty::new,
          "glassfish", ServerKinds::glassfish);

  private ServerKinds() {}

  /** The products named by {@code -Djanua.servers}, in that order. */
  public static List<ServerKind> chosen() {
    return Stream.of(System.getProperty("janua.servers", "payara-micro").split(","))
        .map(String::strip)
        .map(ServerKinds::named)
        .toList();
  }

  private static ServerKind named(String name) {
    return Optional.ofNullable(ALL.get(name))
        .orElseThrow(() -> new IllegalArgumentException(name + " is none of " + ALL.keySet()))
        .get();
  }

  private static ServerKind payara() {
    String version = Distributions.version("payara");
    return new DomainServer(
        "payara", version, Distributions.unpacked().resolve("payara6"), Jdk.current(), true);
  }

  /** GlassFish 8 where a JDK can run it, else the last release for JDK 17. */
  private static ServerKind glassfish() {
    Optional<Jdk> modern = Jdk.atLeast(GLASSFISH_8_FLOOR);
    ServerKind kind = modern.map(ServerKinds::glassfish8).orElseGet(ServerKinds::glassfish7);
    LOG.log(
        Level.INFO,
        "GlassFish {0} on JDK {1}: {2}",
        kind.version(),
        kind.jdk().release(),
        modern.isPresent() ? "a JDK from 21 on was found" : "8.0 needs JDK 21 and none was found");
    return kind;
  }

  private static ServerKind glassfish8(Jdk jdk) {
    return glassfish("glassfish8", jdk);
  }

  private static ServerKind glassfish7() {
    return glassfish("glassfish7", Jdk.current());
  }

  private static ServerKind glassfish(String folder, Jdk jdk) {
    Path home = Distributions.unpacked().resolve(folder);
    return new DomainServer("glassfish", Distributions.version(folder), home, jdk, false);
  }
}
