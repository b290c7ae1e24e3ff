package org.janua.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PostConstruct;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.janua.api.RequiresPermission;
import org.janua.api.ResourceId;
import org.janua.config.ResourceType;
import org.junit.jupiter.api.Test;

/** No guard does nothing: what is wrong with one is found at start. */
@SuppressWarnings("unused")
class GuardedMethodsTest {

  private static final DemandRules RULES =
      new DemandRules(
          Set.of("board-create", "admin"),
          List.of(
              new ResourceType("board", List.of("view", "modify", "full"), false),
              new ResourceType("camera", List.of("view"), true)));

  static class Right {
    @RequiresPermission("board-create")
    public void key() {}

    @RequiresPermission(level = "full", type = "board")
    void text(String other, @ResourceId String id) {}

    @RequiresPermission(level = "view", type = "camera")
    protected void number(@ResourceId long id) {}

    @RequiresPermission(level = "view", type = "camera")
    public void boxed(@ResourceId Integer id) {}

    @RequiresPermission(level = "view", type = "camera")
    public void constant(@ResourceId Thread.State id) {}

    private static void free() {}
  }

  @RequiresPermission(level = "view", type = "board")
  static class RightAsAWhole {
    public void one(@ResourceId UUID id) {}

    @RequiresPermission("board-create")
    public void another() {}

    @PostConstruct
    void start() {}

    private void free() {}
  }

  @Test
  void what_is_right_is_left_alone() {
    assertThat(faults(Right.class)).isEmpty();
    assertThat(faults(RightAsAWhole.class)).isEmpty();
    assertThat(faults(PermissionInterceptor.class)).isEmpty();
    assertThat(faults(GuardedMethodsTest.class)).as("not guarded").isEmpty();
    assertThat(GuardedMethods.faults(Set.of(GuardedMethodsTest.class), Set.of(), RULES))
        .as("not guarded and no bean")
        .isEmpty();
  }

  @Test
  void a_class_that_is_no_bean_is_a_fault_and_an_abstract_one_needs_a_bean_that_extends_it() {
    assertThat(GuardedMethods.faults(Set.of(Right.class), Set.of(), RULES))
        .singleElement()
        .asString()
        .startsWith(Right.class.getName() + " is neither a CDI bean nor");
    assertThat(GuardedMethods.faults(Set.of(Above.class), Set.of(), RULES)).hasSize(1);
    assertThat(GuardedMethods.faults(Set.of(Above.class, Bean.class), Set.of(Bean.class), RULES))
        .isEmpty();
    assertThat(GuardedMethods.faults(Set.of(Bean.class), Set.of(), RULES))
        .as("it inherits what nobody guards")
        .hasSize(1);
  }

  abstract static class Above {
    @RequiresPermission("board-create")
    public void save() {}
  }

  static class Bean extends Above {}

  static class Forgetful extends Above {
    @Override
    public void save() {}
  }

  static class GenericAbove<T> {
    @RequiresPermission("board-create")
    public void save(T it) {}
  }

  static class GenericForgetful extends GenericAbove<String> {
    @Override
    public void save(String it) {}
  }

  static class Mindful extends GenericAbove<String> {
    @Override
    @RequiresPermission(level = "modify", type = "board")
    public void save(@ResourceId String it) {}
  }

  @Test
  void a_method_that_takes_the_place_of_a_guarded_one_says_it_again() {
    assertThat(faults(Forgetful.class))
        .singleElement()
        .asString()
        .contains("Forgetful.save takes the place of", "Above.save");
    assertThat(faults(GenericForgetful.class)).singleElement().asString().contains("the place of");
    assertThat(faults(Mindful.class)).isEmpty();
  }

  interface Contract {
    @RequiresPermission("board-create")
    void save();
  }

  @RequiresPermission("board-create")
  interface WholeContract {}

  interface More extends WholeContract {}

  static class ByContract implements Contract {
    @Override
    public void save() {}
  }

  static class ByMore implements More {}

  @RequiresPermission("board-create")
  @interface Shorthand {}

  @Test
  void an_interface_or_another_annotation_hands_nothing_down() {
    assertThat(faults(ByContract.class)).singleElement().asString().contains("is an interface");
    assertThat(faults(ByMore.class)).singleElement().asString().contains("WholeContract is an");
    assertThat(GuardedMethods.faults(Set.of(Shorthand.class), Set.of(), RULES)).hasSize(1);
  }

  @RequiresPermission("board-create")
  static class Page extends HttpServlet {
    private static final long serialVersionUID = 1L;
  }

  @ServerEndpoint("/chat")
  static class Chat {
    @RequiresPermission("board-create")
    public void say() {}
  }

  static class ProgrammedChat extends Endpoint {
    @Override
    public void onOpen(Session session, EndpointConfig config) {}

    @RequiresPermission("board-create")
    public void say() {}
  }

  interface Convenience {
    default void openFirst() {}
  }

  @RequiresPermission(level = "view", type = "board")
  static class Convenient implements Convenience {
    public void open(@ResourceId String id) {}
  }

  @Test
  void a_method_that_an_interface_brings_along_is_looked_at_like_any_other() {
    assertThat(faults(Convenient.class))
        .singleElement()
        .asString()
        .contains("openFirst asks for a level");
  }

  @Test
  void what_the_servlet_container_makes_is_refused_even_where_it_counts_as_a_bean() {
    assertThat(faults(Page.class)).singleElement().asString().contains("Page is a servlet");
    assertThat(faults(ProgrammedChat.class)).singleElement().asString().contains("is a servlet");
    assertThat(faults(Chat.class)).singleElement().asString().contains("Chat is a servlet");
  }

  static class OutOfReach {
    @RequiresPermission("board-create")
    private void hidden() {}

    @RequiresPermission("board-create")
    static void ofTheClass() {}

    @RequiresPermission("board-create")
    public final void fixed() {}

    @PostConstruct
    @RequiresPermission("board-create")
    void start() {}
  }

  @RequiresPermission("board-create")
  static final class Closed {}

  @RequiresPermission("board-create")
  static class FixedInPart {
    public final void fixed() {}
  }

  @Test
  void what_the_container_cannot_guard_is_a_fault() {
    assertThat(faults(OutOfReach.class))
        .hasSize(4)
        .anyMatch(fault -> fault.contains("hidden is private"))
        .anyMatch(fault -> fault.contains("ofTheClass is private or static"))
        .anyMatch(fault -> fault.contains("fixed is final"))
        .anyMatch(fault -> fault.contains("start is private"));
    assertThat(faults(Closed.class)).singleElement().asString().contains("Closed is final");
    assertThat(faults(FixedInPart.class)).singleElement().asString().contains("fixed is final");
  }

  static class Misspelt {
    @RequiresPermission
    public void a() {}

    @RequiresPermission(value = "board-create", level = "view", type = "board")
    public void b(@ResourceId String id) {}

    @RequiresPermission("board-craete")
    public void c() {}

    @RequiresPermission("viewer")
    public void d() {}

    @RequiresPermission(level = "modfiy", type = "board")
    public void e(@ResourceId String id) {}

    @RequiresPermission(level = "view", type = "rocket")
    public void f(@ResourceId String id) {}

    @RequiresPermission(level = "view")
    public void g(@ResourceId String id) {}

    @RequiresPermission(type = "board")
    public void h(@ResourceId String id) {}

    @RequiresPermission(level = "view", type = "board")
    public void i(String id) {}

    @RequiresPermission(level = "view", type = "board")
    public void j(@ResourceId String id, @ResourceId String other) {}

    @RequiresPermission(level = "view", type = "board")
    public void k(@ResourceId double id) {}

    @RequiresPermission("board-create")
    public void l(@ResourceId String id) {}
  }

  @RequiresPermission("board-craete")
  static class MisspeltAsAWhole {
    public void one() {}

    public void another() {}
  }

  @Test
  void what_is_misspelt_is_found_all_of_it_and_each_once() {
    Set<String> faults = faults(Misspelt.class);
    for (char name = 'a'; name <= 'l'; name++) {
      String place = Misspelt.class.getName() + "." + name + " ";
      assertThat(faults).filteredOn(fault -> fault.startsWith(place)).as(place).hasSize(1);
    }
    assertThat(faults).hasSize(12);
    assertThat(faults(MisspeltAsAWhole.class)).hasSize(1);
  }

  private static Set<String> faults(Class<?> bean) {
    return GuardedMethods.faults(new HashSet<>(), Set.of(bean), RULES);
  }
}
