package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.janua.sample.it.server.Server;
import org.janua.sample.it.server.ServerKind;
import org.janua.sample.misguarded.NoBean;
import org.janua.sample.scopeless.ScopelessResource;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application whose guards would do nothing, or are misspelt, on every chosen server. */
@ClassTemplate
@ExtendWith(EveryKind.class)
final class MisguardedMethodsIT {

  @Test
  void all_of_it_is_reported_together_and_nothing_is_served(ServerKind kind) {
    Deployment deployment =
        new Deployment(kind, Carrier.CONTAINER).withWar(WarWith.thePackageOf(NoBean.class));
    try (Server server = deployment.prepare()) {
      server.startUntilSettled();
      assertThat(String.join("\n", server.log().lines()))
          .contains(
              "misguarded.Misspelt.key asks for the key board-craete",
              "misguarded.Misspelt.level asks for the level 'modfiy' of board",
              "misguarded.Misspelt.type names the type 'baord'",
              "misguarded.Misspelt.withoutId asks for a level",
              "misguarded.Misspelt.oddId has a @ResourceId of type Object",
              "misguarded.Misspelt.nothing names a permission key or a level",
              "misguarded.NoBean is neither",
              "misguarded.MisguardedServlet is a servlet",
              "misguarded.Contract is an interface",
              "misguarded.Hidden.quietly is private");
      for (String path : new String[] {"/api/hello", "/servlet/misguarded"}) {
        assertThat(server.status(path)).as(path).isNotIn(200, 204, 302, 303);
      }
    }
  }

  @Test
  void a_rest_resource_without_a_scope_is_guarded_or_refused(ServerKind kind) {
    Deployment deployment =
        new Deployment(kind, Carrier.CONTAINER)
            .withWar(WarWith.thePackageOf(ScopelessResource.class));
    try (Server server = deployment.prepare()) {
      server.startUntilSettled();
      boolean refused =
          server.log().lines().stream()
              .anyMatch(line -> line.contains("ScopelessResource is neither a CDI bean"));
      if (refused) {
        assertThat(server.status("/api/scopeless")).isNotIn(200, 204, 302, 303);
      } else {
        assertThat(server.status("/api/scopeless")).isEqualTo(401);
      }
    }
  }
}
