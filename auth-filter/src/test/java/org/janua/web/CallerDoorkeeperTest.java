package org.janua.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.janua.access.Reach;
import org.janua.api.Access;
import org.janua.api.Caller;
import org.janua.api.Explanation;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;
import org.janua.api.ResourceRef;
import org.janua.api.VisibleIds;
import org.janua.api.VisiblePage;
import org.janua.config.ResourceType;
import org.junit.jupiter.api.Test;

/** What a guarded method asks, and who is let through. */
class CallerDoorkeeperTest {

  private static final List<ResourceType> TYPES =
      List.of(new ResourceType("board", List.of("view", "modify"), false));

  private static final Caller ALICE = new Somebody(Set.of("viewer", "board-create"), true, false);
  private static final Caller GUEST = new Somebody(Set.of(), false, true);
  private static final Caller STRANGER = new Somebody(Set.of(), false, false);

  private record Somebody(Set<String> roles, boolean isSignedIn, boolean isGuest)
      implements Caller {
    @Override
    public String name() {
      return ANONYMOUS;
    }

    @Override
    public String role() {
      return "";
    }
  }

  @RequiresPermission("board-create")
  void key() {}

  @RequiresPermission(level = "modify", type = "board")
  void level(String other, @ResourceId Object id) {}

  @Test
  void a_key_is_asked_of_what_the_caller_holds() throws ReflectiveOperationException {
    Demand demand = Demand.of(getClass(), getClass().getDeclaredMethod("key"));

    assertThat(demand.putTo(doorkeeper(ALICE), new Object[0])).isEqualTo(Door.OPEN);
    for (Caller other : List.of(GUEST, STRANGER, new Somebody(Set.of("viewer"), true, false))) {
      assertThat(demand.putTo(doorkeeper(other), new Object[0])).isEqualTo(Door.CLOSED);
    }
  }

  @Test
  void a_level_is_asked_of_the_thing_that_the_marked_argument_names()
      throws ReflectiveOperationException {
    Demand demand =
        Demand.of(getClass(), getClass().getDeclaredMethod("level", String.class, Object.class));

    for (Caller caller : List.of(ALICE, GUEST)) {
      Doorkeeper doorkeeper = doorkeeper(caller);
      assertThat(demand.putTo(doorkeeper, new Object[] {"2", "1"})).isEqualTo(Door.OPEN);
      assertThat(demand.putTo(doorkeeper, new Object[] {null, 1L})).isEqualTo(Door.OPEN);
      assertThat(demand.putTo(doorkeeper, new Object[] {"1", "2"}))
          .as("visible, and the level is too low")
          .isEqualTo(Door.CLOSED);
      assertThat(demand.putTo(doorkeeper, new Object[] {"1", "3"})).isEqualTo(Door.HIDDEN);
      assertThat(demand.putTo(doorkeeper, new Object[] {"1", null})).isEqualTo(Door.HIDDEN);
    }
    for (Object id : List.of("1", "2", "3")) {
      assertThat(demand.putTo(doorkeeper(STRANGER), new Object[] {"1", id}))
          .as("signing in may help")
          .isEqualTo(Door.CLOSED);
    }
  }

  @Test
  void a_type_that_nobody_declared_shows_nothing() {
    Optional<ResourceRef> rocket = Optional.of(new ResourceRef("rocket", "1"));
    assertThat(doorkeeper(ALICE).forLevel("view", rocket)).isEqualTo(Door.HIDDEN);
  }

  @Test
  void a_method_without_a_demand_of_its_own_is_not_run() throws ReflectiveOperationException {
    Method method = getClass().getDeclaredMethod("doorkeeper", Caller.class);

    assertThat(Demand.find(getClass(), method)).isEmpty();
    assertThatThrownBy(() -> Demand.of(getClass(), method))
        .isInstanceOf(IllegalStateException.class);
  }

  /** Board 1 may be changed, board 2 be seen. */
  private static Doorkeeper doorkeeper(Caller caller) {
    Reach reach =
        new Reach(
            Map.of(
                "board",
                Map.of(
                    "view",
                    VisibleIds.of(Set.of("1", "2")),
                    "modify",
                    VisibleIds.of(Set.of("1")))));
    return new CallerDoorkeeper(caller, new Reached(reach), TYPES);
  }

  private record Reached(Reach reach) implements Access {
    @Override
    public boolean can(String level, ResourceRef resource) {
      return reach.allows(level, resource);
    }

    @Override
    public VisibleIds visible(String level, String type) {
      return reach.visible(level, type);
    }

    @Override
    public VisiblePage visible(String level, String type, String after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Explanation explain(String level, ResourceRef resource) {
      throw new UnsupportedOperationException();
    }
  }
}
