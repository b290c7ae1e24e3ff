package org.janua.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.janua.api.ResourceRef;
import org.janua.config.ResourceType;

/** What a key has that carries some permissions only, whatever was declared, held and chosen. */
class LimitedKeyTest {

  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "admin", "gone");
  private static final List<ResourceType> TYPES =
      List.of(
          new ResourceType("camera", List.of("view"), true),
          new ResourceType("board", List.of("view", "modify"), false));

  @Property
  @Tag("AZ-08")
  void a_key_never_has_a_right_its_owner_lacks(
      @ForAll("declarations") Map<String, Set<String>> declared,
      @ForAll("keys") Set<String> granted,
      @ForAll("keys") Set<String> chosen,
      @ForAll boolean administrator) {
    Rights rights = new Rights(new Permissions(declared), TYPES);
    Entitlement owner = owner(rights, granted, administrator);

    Entitlement key = rights.limited(owner, chosen);

    assertThat(owner.permissions()).containsAll(key.permissions());
    assertThat(owner.roles()).containsAll(key.roles());
    for (ResourceType type : TYPES) {
      for (String level : type.levels()) {
        ResourceRef thing = new ResourceRef(type.name(), "any");
        assertThat(owner.reach().allows(level, thing) || !key.reach().allows(level, thing))
            .isTrue();
      }
    }
  }

  @Property
  @Tag("AZ-08")
  void a_key_has_nothing_that_was_not_chosen_and_nothing_of_the_person(
      @ForAll("declarations") Map<String, Set<String>> declared,
      @ForAll("keys") Set<String> granted,
      @ForAll("keys") Set<String> chosen,
      @ForAll boolean administrator) {
    Permissions permissions = new Permissions(declared);
    Rights rights = new Rights(permissions, TYPES);

    Entitlement key = rights.limited(owner(rights, granted, administrator), chosen);

    assertThat(permissions.held(chosen)).containsAll(key.permissions());
    assertThat(key.groups()).isEmpty();
    assertThat(key.roles()).doesNotContain("viewer");
    assertThat(key.roles().contains("admin")).isEqualTo(key.permissions().contains("admin"));
  }

  @Property
  void what_was_chosen_and_is_held_is_there(
      @ForAll("declarations") Map<String, Set<String>> declared,
      @ForAll("keys") Set<String> granted,
      @ForAll("keys") Set<String> chosen) {
    Permissions permissions = new Permissions(declared);
    Rights rights = new Rights(permissions, TYPES);
    Entitlement owner = owner(rights, granted, false);

    Set<String> left = rights.limited(owner, chosen).permissions();

    permissions.held(chosen).stream()
        .filter(owner.permissions()::contains)
        .forEach(permission -> assertThat(left).contains(permission));
  }

  private static Entitlement owner(Rights rights, Set<String> granted, boolean administrator) {
    Entitlement role = administrator ? rights.admin() : rights.viewer();
    return rights.entitle(role, List.of(Group.EVERYONE), granted);
  }

  @Provide
  Arbitrary<Map<String, Set<String>>> declarations() {
    return Arbitraries.maps(
        Arbitraries.of(NAMES.subList(0, NAMES.size() - 1)),
        Arbitraries.of(NAMES).set().ofMaxSize(3));
  }

  @Provide
  Arbitrary<Set<String>> keys() {
    return Arbitraries.of(NAMES).set().ofMaxSize(4);
  }
}
