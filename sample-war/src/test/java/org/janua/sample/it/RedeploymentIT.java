package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.janua.sample.it.server.Server;
import org.janua.sample.it.server.ServerKind;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deploying the application again and again in one server process. */
@ClassTemplate
@ExtendWith(EveryKind.class)
final class RedeploymentIT {

  private static final int TIMES = 10;

  /** The class loaders that hold an application, one for each that was not let go. */
  private static final Pattern LOADERS =
      Pattern.compile(
          "\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(?:org\\.glassfish\\.web\\.loader\\.WebappClassLoader"
              + "|org\\.jboss\\.modules\\.ModuleClassLoader)(?:\\s.*)?");

  private static final Pattern OWN_THREADS =
      Pattern.compile("^\"[^\"]*(?i:hikari|h2 |janua|mvstore|flyway|caffeine)[^\"]*\".*");

  @Test
  @Tag("FA-11")
  void ten_deployments_leave_no_class_loader_and_no_thread_behind(ServerKind kind) {
    assumeTrue(
        kind.canRedeploy(), kind.name() + " takes its application only when the process starts");
    try (Site site = new Deployment(kind, Carrier.CONTAINER).start()) {
      Server server = site.server();
      server.redeployUntilAnswered(Deployment.READY);
      int loaders = loaders(server);
      List<String> threads = ownThreads(server);
      for (int i = 0; i < TIMES; i++) {
        server.redeployUntilAnswered(Deployment.READY);
        assertThat(site.tryToSignIn("admin", site.firstAdmin().password()).status()).isEqualTo(200);
      }
      assertThat(ownThreads(server)).hasSameSizeAs(threads);
      assumeTrue(
          !kind.name().equals("glassfish"),
          "threads checked; GlassFish 8 keeps a class loader for each deployment of any WAR,"
              + " even an empty one: see server-config/glassfish");
      // a leak would be TIMES more; the server itself may load a module late
      assertThat(loaders(server)).isLessThan(loaders + TIMES / 2);
    }
  }

  /** Counts after a full collection, which the command makes first. */
  private static int loaders(Server server) {
    List<String> lines = server.jcmd("GC.class_histogram");
    int count =
        lines.stream()
            .map(LOADERS::matcher)
            .filter(Matcher::matches)
            .mapToInt(row -> Integer.parseInt(row.group(1)))
            .sum();
    assertThat(count).as("class loaders in the histogram").isPositive();
    return count;
  }

  private static List<String> ownThreads(Server server) {
    return server.jcmd("Thread.print").stream()
        .filter(line -> OWN_THREADS.matcher(line).matches())
        .toList();
  }
}
