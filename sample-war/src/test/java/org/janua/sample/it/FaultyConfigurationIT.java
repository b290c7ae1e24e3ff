package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.janua.sample.it.server.Server;
import org.janua.sample.it.server.ServerKind;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A configuration with several faults, on every chosen server. */
@ClassTemplate
@ExtendWith(EveryKind.class)
final class FaultyConfigurationIT {

  @Test
  void all_faults_are_reported_together_and_nothing_is_served(ServerKind kind) {
    Deployment deployment =
        new Deployment(kind, Carrier.CONTAINER)
            .with("AUTH_SESSION_LENGTH", "soon")
            .with("AUTH_COOKIE_SECURE", "perhaps")
            .with("AUTH_NO_SUCH_THING", "1")
            .with("AUTH_JWT_SECRET", "short");
    try (Server server = deployment.prepare()) {
      server.startUntilSettled();
      String log = String.join("\n", server.log().lines());
      assertThat(log)
          .contains(
              "auth.session_length", "auth.cookie_secure", "AUTH_NO_SUCH_THING", "jwt_secret");
      assertThat(Banner.all(server.log().lines())).isEmpty();
      for (String path : List.of("/api/hello", "/api/me", "/api/admin", "/servlet/admin")) {
        assertThat(server.status(path)).as(path).isNotIn(200, 204, 302, 303);
      }
    }
  }
}
