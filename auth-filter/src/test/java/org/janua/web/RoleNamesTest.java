package org.janua.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.janua.config.CustomRole;
import org.junit.jupiter.api.Test;

/** What a container is told of, because some ask about nothing else. */
class RoleNamesTest {

  @Test
  void keys_roles_of_the_configuration_and_names_in_annotations_are_declared() {
    CustomRole operator = new CustomRole("operator", Map.of("camera", Set.of("garage")));

    assertThat(RoleNames.of(Set.of(Guarded.class), Set.of("board-create"), List.of(operator)))
        .containsExactlyInAnyOrder("admin", "viewer", "board-create", "operator", "guard");
  }

  private static final class Guarded {
    @RolesAllowed({"guard", "**"})
    void open() {
      // only its annotation counts
    }
  }
}
