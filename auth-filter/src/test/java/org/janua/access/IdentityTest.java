package org.janua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.janua.api.ResourceRef;
import org.janua.config.CustomRole;
import org.janua.config.ResourceType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a caller is, has, and is remembered by. */
class IdentityTest {

  private static final Rights RIGHTS =
      new Rights(
          new Permissions(
              Map.of("admin", Set.of(), "view-all", Set.of(), "full", Set.of("view-all"))),
          List.of(new ResourceType("camera", List.of("view"), true)));
  private static final Group OPS = new Group("01", "Ops");

  @Test
  void what_is_made_belongs_to_an_account_or_to_a_name_that_is_marked() {
    Identity own = signedIn(Optional.of("0a"), "Ann", RIGHTS.viewer());
    Identity vouched = signedIn(Optional.empty(), "ÄNN", RIGHTS.viewer());

    assertThat(own.owner()).contains("0a");
    assertThat(vouched.owner()).contains("proxy:änn");
    assertThat(Identity.internal(RIGHTS).owner()).isEmpty();
    assertThat(Identity.internal(RIGHTS).groups()).isEmpty();
  }

  @Test
  void keys_are_roles_to_the_container_and_groups_are_not() {
    Entitlement has = RIGHTS.entitle(RIGHTS.viewer(), List.of(OPS, Group.EVERYONE), Set.of("full"));

    assertThat(has.roles()).containsExactlyInAnyOrder("viewer", "full", "view-all");
    assertThat(has.permissions()).containsExactlyInAnyOrder("full", "view-all");
    assertThat(has.groups()).containsExactly(OPS, Group.EVERYONE);
  }

  @Test
  @Tag("AZ-07")
  void a_group_that_is_called_like_a_role_or_a_key_gives_nothing() {
    List<Group> named =
        List.of(new Group("1", "admin"), new Group("2", "view-all"), new Group("3", "viewer"));

    Entitlement has = RIGHTS.entitle(Entitlement.NOTHING, named, Set.of());

    assertThat(has.roles()).isEmpty();
    assertThat(has.permissions()).isEmpty();
    assertThat(has.reach()).isEqualTo(Reach.NOTHING);
  }

  @Test
  void the_key_admin_gives_what_the_role_gives_and_the_role_stays() {
    Entitlement has = RIGHTS.entitle(RIGHTS.viewer(), List.of(Group.EVERYONE), Set.of("admin"));

    assertThat(signedIn(Optional.of("0a"), "ann", has).isAdmin()).isTrue();
    assertThat(has.roles()).containsAll(RIGHTS.admin().roles()).contains("viewer");
    assertThat(has.reach()).isEqualTo(RIGHTS.admin().reach());
  }

  @Test
  void what_is_reached_by_one_way_is_not_lost_by_another() {
    Entitlement operator = RIGHTS.of(new CustomRole("op", Map.of("camera", Set.of("garage"))));

    Reach both = operator.and(RIGHTS.viewer()).reach();
    Reach listed =
        operator.and(RIGHTS.of(new CustomRole("x", Map.of("camera", Set.of("door"))))).reach();

    assertThat(both.visible("view", "camera").everything()).isTrue();
    assertThat(listed.visible("view", "camera").ids()).containsExactlyInAnyOrder("garage", "door");
    assertThat(listed.allows("view", new ResourceRef("camera", "yard"))).isFalse();
  }

  private static Identity signedIn(Optional<String> account, String name, Entitlement has) {
    return new Identity(
        account,
        Optional.empty(),
        name,
        "viewer",
        RIGHTS.entitle(
            has, has.groups().isEmpty() ? List.of(Group.EVERYONE) : has.groups(), Set.of()),
        Contact.NONE);
  }
}
