package org.janua.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.janua.config.Carrier;
import org.janua.config.Settings;

/** Examines the server once, at start. */
public final class Doctor {

  /** A class of each technology that Janua stands on, and what brings it. */
  private static final List<Technology> NEEDED =
      List.of(
          new Technology(
              "jakarta.ws.rs.core.Application", "Jakarta REST (Open Liberty: restfulWS-3.1)"),
          new Technology(
              "jakarta.json.spi.JsonProvider", "Jakarta JSON Processing (Open Liberty: jsonp-2.1)"),
          new Technology(
              "jakarta.persistence.EntityManagerFactory",
              "Jakarta Persistence (Open Liberty: persistence-3.1)"));

  private record Technology(String type, String name) {}

  private static final String MECHANISM =
      "jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism";

  /** What is left of 4096 bytes of cookie after Base64 and the other claims. */
  private static final int MOST_KEY_BYTES = 2_500;

  private Doctor() {}

  /**
   * Examines the server.
   *
   * @param server what the server calls itself
   * @param settings what was configured
   */
  public static List<Finding> examine(String server, Settings settings) {
    return Stream.of(
            NEEDED.stream().flatMap(Doctor::missing),
            largeTokens(settings).stream(),
            noJakartaSecurity(settings).stream(),
            wildFly(server, settings).stream(),
            noMail(settings).stream(),
            constraintsNotCarried(settings).stream(),
            databaseInMemory(settings).stream())
        .flatMap(findings -> findings)
        .toList();
  }

  private static Stream<Finding> missing(Technology technology) {
    return isThere(technology.type())
        ? Stream.empty()
        : Stream.of(
            new Finding(
                "The server lacks " + technology.name() + ".",
                "Enable it; without it sign-in does not work."));
  }

  private static Optional<Finding> noJakartaSecurity(Settings settings) {
    return settings.carrier() == Carrier.FILTER || isThere(MECHANISM)
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "The server lacks Jakarta Security, so the container is not told who is calling.",
                "Enable it (Open Liberty: appSecurity-5.0), or set auth.carrier: filter."));
  }

  private static Optional<Finding> noMail(Settings settings) {
    return settings.mail().isEmpty() || isThere("jakarta.mail.Session")
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "The server lacks Jakarta Mail, so no mails are sent.",
                "Enable it (Open Liberty: mail-2.1); everything else works without."));
  }

  /** WildFly checks callers against its own security domain unless it is told not to. */
  private static Optional<Finding> wildFly(String server, Settings settings) {
    boolean concerned =
        settings.carrier() == Carrier.CONTAINER
            && (server.toLowerCase(Locale.ROOT).contains("wildfly")
                || server.toLowerCase(Locale.ROOT).contains("jboss"));
    return concerned && IntegratedJaspi.isOn()
        ? Optional.of(
            new Finding(
                "WildFly's integrated-jaspi is on: every signed-in request is answered 500"
                    + " (ELY01177).",
                IntegratedJaspi.REMEDY))
        : Optional.empty();
  }

  private static Optional<Finding> constraintsNotCarried(Settings settings) {
    return settings.carrier() == Carrier.CONTAINER
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "With auth.carrier: filter the container does not know the caller: it refuses"
                    + " everybody at @ServletSecurity, <security-constraint> and EJB"
                    + " @RolesAllowed.",
                "Use auth.carrier: container if the application has any of these."));
  }

  /** A token lists the permission keys held; browsers drop cookies over 4096 bytes. */
  private static Optional<Finding> largeTokens(Settings settings) {
    int bytes = settings.permissions().keySet().stream().mapToInt(key -> key.length() + 3).sum();
    return bytes <= MOST_KEY_BYTES
        ? Optional.empty()
        : Optional.of(
            new Finding(
                "The declared permission keys take "
                    + bytes
                    + " bytes; the token of somebody who holds them all does not fit a cookie.",
                "Declare fewer or shorter keys: " + MOST_KEY_BYTES + " bytes fit."));
  }

  private static Optional<Finding> databaseInMemory(Settings settings) {
    return settings.database().toString().startsWith("jdbc:h2:mem")
        ? Optional.of(
            new Finding(
                "The database is in memory: accounts are lost at every restart.",
                "Set auth.database to a file, PostgreSQL, or a JNDI name."))
        : Optional.empty();
  }

  private static boolean isThere(String type) {
    try {
      Class.forName(type, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
