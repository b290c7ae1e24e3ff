package org.janua.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(OnStage.class)
class LoginLooksIT {

  private static final int DESK_WIDTH = 1280;
  private static final int DESK_HEIGHT = 800;

  private final Stage stage;

  LoginLooksIT(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axe_finds_no_barrier_in_either_theme_with_or_without_a_message(ColorScheme scheme) {
    NewContextOptions desk =
        new NewContextOptions().setColorScheme(scheme).setViewportSize(DESK_WIDTH, DESK_HEIGHT);
    try (Tab tab = stage.tab(desk).openLogin("/")) {
      tab.screenshot("login-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
      assertThat(new AxeBuilder(tab.page()).analyze().getViolations()).isEmpty();

      tab.submit("nobody", "nothing");
      assertThat(tab.alert()).containsText("wrong");
      assertThat(new AxeBuilder(tab.page()).analyze().getViolations()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void the_theme_follows_the_system(ColorScheme scheme) {
    NewContextOptions options = new NewContextOptions().setColorScheme(scheme);
    try (Tab tab = stage.tab(options).openLogin("/")) {
      Object sum =
          tab.page()
              .evaluate(
                  "getComputedStyle(document.querySelector('main')).backgroundColor"
                      + ".match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)");
      int brightness = ((Number) sum).intValue();
      assertThat(brightness > 3 * 128).isEqualTo(scheme == ColorScheme.LIGHT);
    }
  }

  @ParameterizedTest
  @CsvSource({"320, 568", "360, 740", "1280, 800", "3840, 2160"})
  void nothing_scrolls_sideways_from_a_small_phone_to_4k(int width, int height) {
    NewContextOptions german = new NewContextOptions().setLocale("de-DE"); // the longer words
    try (Tab tab = stage.tab(german.setViewportSize(width, height)).openLogin("/")) {
      tab.submit("nobody", "nothing");
      assertThat(tab.alert()).containsText("falsch");

      assertThat(tab.scrollsSideways()).isFalse();
      tab.screenshot("login-" + width);
    }
  }
}
