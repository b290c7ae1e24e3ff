package org.janua.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What needs a server of its own: one that nobody signed in to, and whose database may stop. */
@ExtendWith(OnStage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshSampleIT {

  private final Stage stage;
  private BreakableSample sample;

  FreshSampleIT(Stage stage) {
    this.stage = stage;
  }

  @BeforeAll
  void start() throws Exception {
    sample = BreakableSample.start();
  }

  @AfterAll
  void stop() {
    sample.close();
  }

  @Test
  void the_way_to_the_first_password_is_shown_until_it_was_used() {
    try (Tab tab = stage.tab(sample.address())) {
      Locator hint = tab.page().getByText("First time here?");
      tab.openLogin("/");
      assertThat(hint).isVisible();
      tab.signIn(sample.admin());

      tab.context().clearCookies();
      tab.page().waitForResponse("**/auth/api/providers", () -> tab.openLogin("/"));
      assertThat(hint).isHidden();
    }
  }

  @Test
  void a_database_that_is_down_is_told_as_the_servers_problem_until_it_is_back() throws Exception {
    try (Tab tab = stage.tab(sample.address()).openLogin("/")) {
      sample.stopDatabase();
      assertThat(tab.attempt())
          .isEqualTo("The server has a problem. It is not your password. Try again in a moment.");
      assertThat(tab.password()).hasValue("something");
      tab.screenshot("login-trouble");

      sample.startDatabase();
      assertThat(tab.attemptUntil(said -> said.startsWith("Username or password is wrong.")))
          .isTrue();
    }
  }
}
