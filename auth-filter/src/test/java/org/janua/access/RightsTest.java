package org.janua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.janua.api.ResourceRef;
import org.janua.config.CustomRole;
import org.janua.config.ResourceType;

/** What a role gives, whatever it lists and whatever is asked. */
class RightsTest {

  private static final Rights RIGHTS =
      new Rights(
          new Permissions(Map.of("audit.read", Set.of())),
          List.of(
              new ResourceType("camera", List.of("view"), true),
              new ResourceType("board", List.of("view", "modify"), false)));

  @Property
  void a_custom_role_reaches_what_it_lists_and_nothing_else(
      @ForAll @Size(min = 1, max = 5) Set<String> listed, @ForAll String asked) {
    Reach reach = RIGHTS.of(new CustomRole("r", Map.of("board", ids(listed)))).reach();

    listed.stream()
        .filter(id -> !id.equals(CustomRole.EVERYTHING))
        .forEach(id -> assertThat(reach.allows("view", new ResourceRef("board", id))).isTrue());
    assertThat(reach.allows("view", new ResourceRef("board", asked)))
        .isEqualTo(ids(listed).contains(asked));
    assertThat(reach.allows("modify", new ResourceRef("board", asked))).isFalse();
    assertThat(reach.allows("view", new ResourceRef("camera", asked))).isFalse();
  }

  @Property
  void only_declared_types_and_levels_are_reached_by_an_administrator(
      @ForAll String level, @ForAll String type, @ForAll String id) {
    boolean declared =
        type.equals("camera") && level.equals("view")
            || type.equals("board") && Set.of("view", "modify").contains(level);

    assertThat(RIGHTS.admin().reach().allows(level, new ResourceRef(type, id))).isEqualTo(declared);
  }

  @Property
  void a_viewer_reads_what_viewers_may_read(@ForAll String id) {
    Reach reach = RIGHTS.viewer().reach();

    assertThat(reach.allows("view", new ResourceRef("camera", id))).isTrue();
    assertThat(reach.allows("view", new ResourceRef("board", id))).isFalse();
  }

  @Property
  void a_key_gives_its_level_and_the_weaker_ones_on_everything_of_its_type(@ForAll String id) {
    Rights rights =
        new Rights(
            new Permissions(Map.of("all", Set.of(), "none", Set.of())),
            List.of(
                new ResourceType(
                    "board",
                    List.of("view", "modify", "full"),
                    false,
                    Map.of("modify", "all"),
                    Optional.empty(),
                    false)));
    Reach all = rights.entitle(Entitlement.NOTHING, List.of(), Set.of("all")).reach();
    Reach none = rights.entitle(Entitlement.NOTHING, List.of(), Set.of("none")).reach();

    assertThat(all.allows("view", new ResourceRef("board", id))).isTrue();
    assertThat(all.allows("modify", new ResourceRef("board", id))).isTrue();
    assertThat(all.allows("full", new ResourceRef("board", id))).isFalse();
    assertThat(all.allows("view", new ResourceRef("camera", id))).isFalse();
    assertThat(none).isEqualTo(Reach.NOTHING);
  }

  @Property
  void a_name_of_a_role_is_plain_and_a_segment_of_a_path(@ForAll String text) {
    boolean plain = text.matches("[A-Za-z0-9._]{1,64}") && text.matches(".*[A-Za-z0-9].*");

    assertThat(CustomRole.isName(text)).isEqualTo(plain);
  }

  /** The wildcard beside others is refused before it gets here. */
  private static Set<String> ids(Set<String> listed) {
    return listed.stream()
        .filter(id -> !id.equals(CustomRole.EVERYTHING))
        .collect(Collectors.toSet());
  }
}
