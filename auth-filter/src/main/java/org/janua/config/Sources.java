package org.janua.config;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where values come from. Immutable, so a test can say exactly what a server would have seen. */
public final class Sources {
  private final Map<String, String> environment;
  private final Map<String, String> properties;
  private final Function<String, Optional<String>> microProfile;
  private final Function<String, InputStream> webInf;

  Sources(
      Map<String, String> environment,
      Map<String, String> properties,
      Function<String, Optional<String>> microProfile,
      Function<String, InputStream> webInf) {
    this.environment = Map.copyOf(environment);
    this.properties = Map.copyOf(properties);
    this.microProfile = microProfile;
    this.webInf = webInf;
  }

  /**
   * What the running server offers. The file is the one that {@code AUTH_CONFIG_FILE} names, else
   * {@code auth.yml} in the data directory, else the application's {@code WEB-INF/auth.yml}, else
   * none.
   *
   * @param webInf opens a path such as {@code /WEB-INF/auth.yml} in the application, or answers
   *     null, as {@code ServletContext.getResourceAsStream} does
   */
  public static Sources ofServer(Function<String, InputStream> webInf) {
    return new Sources(System.getenv(), systemProperties(), MicroProfile.ofServer(), webInf);
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  Set<String> variables() {
    return environment.keySet();
  }

  Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  Set<String> properties() {
    return properties.keySet();
  }

  Optional<String> microProfile(String name) {
    return microProfile.apply(name);
  }

  /** Opens what the application has at this path; null: nothing. */
  InputStream webInf(String path) {
    return webInf.apply(path);
  }

  private static Map<String, String> systemProperties() {
    return System.getProperties().stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
  }
}
