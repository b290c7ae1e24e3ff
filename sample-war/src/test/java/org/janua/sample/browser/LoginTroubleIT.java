package org.janua.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the page says when it is not about the password, each time from the real cause. */
@ExtendWith(OnStage.class)
class LoginTroubleIT {

  private static final Pattern WAIT =
      Pattern.compile("Too many attempts\\. Try again in \\d+ (second|minute|hour)s?\\.");

  private final Stage stage;

  LoginTroubleIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void too_many_attempts_are_told_with_the_time_to_wait() {
    Map<String, String> strict = Map.of("AUTH_FAILED_LOGIN_RATE_LIMIT", "2/hour");
    try (Sample sample = Sample.start(strict);
        Tab tab = stage.tab(sample.address()).openLogin("/")) {
      assertThat(tab.attempt()).startsWith("Username or password is wrong.");
      assertThat(tab.attempt()).startsWith("Username or password is wrong.");

      assertThat(tab.attempt()).matches(WAIT);
      assertThat(tab.password()).hasValue("something");
      tab.screenshot("login-wait");
    }
  }

  @Test
  void a_server_out_of_reach_is_told_as_that_and_the_password_stays() {
    try (Tab tab = stage.tab().openLogin("/")) {
      tab.context().setOffline(true);
      assertThat(tab.attempt())
          .isEqualTo("The server cannot be reached. Check your connection and try again.");
      assertThat(tab.password()).hasValue("something");

      tab.context().setOffline(false);
      assertThat(tab.attempt()).startsWith("Username or password is wrong.");
    }
  }
}
