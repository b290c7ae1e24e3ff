package org.janua.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OnStage.class)
class LoginPageIT {

  private static final String DAY = "86400";

  private final Stage stage;

  LoginPageIT(Stage stage) {
    this.stage = stage;
  }

  @Test
  void a_keyboard_is_enough_to_sign_in_and_land_on_the_page_first_asked_for() {
    try (Tab tab = stage.tab().openLogin("/api/me?from=login#top")) {
      Keyboard keys = tab.page().keyboard();
      assertThat(tab.username()).isFocused();
      keys.type(stage.admin().username());
      keys.press("Tab");
      keys.type(stage.admin().password());
      keys.press("Tab"); // show password
      keys.press("Tab"); // remember me
      keys.press("Space");
      keys.press("Tab");
      assertThat(tab.submit()).isFocused();
      keys.press("Enter");

      tab.page().waitForURL(tab.address("/api/me?from=login#top"));
      assertThat(tab.page().locator("body")).containsText(stage.admin().username());
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void enter_in_the_password_field_sends_the_form_and_the_way_back_skips_the_login_page() {
    try (Tab tab = stage.tab().open("/api/hello").openLogin("/api/me")) {
      tab.username().fill(stage.admin().username());
      tab.password().fill(stage.admin().password());
      tab.password().press("Enter");
      tab.page().waitForURL(tab.address("/api/me"));

      tab.page().goBack();
      assertThat(tab.page()).hasURL(tab.address("/api/hello"));
    }
  }

  @Test
  void who_is_signed_in_already_goes_on_at_once() {
    try (Tab tab = stage.tab().openLogin("/")) {
      tab.signIn(stage.admin());

      assertThat(tab.passLogin("/api/me")).isEqualTo(tab.address("/api/me"));
    }
  }

  @Test
  void remember_me_asks_for_the_longer_session() {
    try (Tab brief = stage.tab().openLogin("/");
        Tab lasting = stage.tab().openLogin("/")) {
      brief.signIn(stage.admin());
      lasting.page().getByLabel("Keep me signed in on this device").check();
      lasting.signIn(stage.admin());

      double inTwoDays = Instant.now().plusSeconds(2 * Long.parseLong(DAY)).getEpochSecond();
      assertThat(session(brief).expires).isLessThan(inTwoDays);
      assertThat(session(lasting).expires).isGreaterThan(inTwoDays);
    }
  }

  @Test
  void a_wrong_password_is_told_and_the_visitor_can_type_it_anew_at_once() {
    try (Tab tab = stage.tab().openLogin("/")) {
      tab.submit(stage.admin().username(), "not the password");

      assertThat(tab.alert()).hasText("Username or password is wrong. Check both and try again.");
      assertThat(tab.username()).hasValue(stage.admin().username());
      assertThat(tab.password()).hasValue("");
      assertThat(tab.password()).isFocused();
      assertThat(tab.password()).hasAttribute("aria-invalid", "true");
      tab.screenshot("login-error");

      tab.signIn(stage.admin());
      assertThat(tab.page()).hasURL(tab.address("/"));
    }
  }

  @Test
  void an_unknown_user_is_told_the_same_as_a_wrong_password() {
    try (Tab known = stage.tab().openLogin("/");
        Tab unknown = stage.tab().openLogin("/")) {
      known.submit(stage.admin().username(), "not the password");
      unknown.submit("nobody-of-this-name", "not the password");

      assertThat(known.alert()).containsText("wrong");
      assertThat(unknown.alert()).hasText(known.alert().textContent());
    }
  }

  @Test
  void an_empty_form_is_not_sent() {
    try (Tab tab = stage.tab().openLogin("/")) {
      tab.submit("", "");

      assertThat(tab.username()).isFocused();
      assertThat(tab.requests()).noneMatch(url -> url.contains("/auth/api/login"));
    }
  }

  @Test
  @Tag("PW-07")
  void a_password_manager_finds_a_real_form_with_its_fields_named() {
    try (Tab tab = stage.tab().openLogin("/")) {
      Locator form = tab.page().locator("form[method=post][action='api/login']");
      Locator name = form.locator("input[type=text]");
      Locator password = form.locator("input[type=password]");

      assertThat(name).hasAttribute("name", "username");
      assertThat(name).hasAttribute("autocomplete", "username");
      assertThat(password).hasAttribute("name", "password");
      assertThat(password).hasAttribute("autocomplete", "current-password");
      assertThat(form.locator("button[type=submit]")).hasCount(1);
    }
  }

  @Test
  @Tag("PW-07")
  void a_password_can_be_pasted_and_be_shown() {
    NewContextOptions permissions =
        new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write"));
    try (Tab tab = stage.tab(permissions).openLogin("/")) {
      tab.page().evaluate("navigator.clipboard.writeText('pässwörd of a manager')");
      tab.password().press("ControlOrMeta+v");
      assertThat(tab.password()).hasValue("pässwörd of a manager");
      assertThat(tab.password()).hasAttribute("type", "password");

      Locator show = tab.page().getByText("Show password").locator("..");
      show.click();
      assertThat(tab.password()).hasAttribute("type", "text");
      assertThat(show).hasAttribute("aria-pressed", "true");
      show.click();
      assertThat(tab.password()).hasAttribute("type", "password");
    }
  }

  @Test
  void a_shown_password_is_hidden_again_before_it_is_sent() {
    try (Tab tab = stage.tab().openLogin("/")) {
      tab.page().getByText("Show password").locator("..").click();
      tab.submit(stage.admin().username(), "not the password");

      assertThat(tab.alert()).containsText("wrong");
      assertThat(tab.password()).hasAttribute("type", "password");
    }
  }

  @Test
  void a_german_browser_gets_german() {
    try (Tab tab = stage.tab(new NewContextOptions().setLocale("de-AT")).openLogin("/")) {
      assertThat(tab.page()).hasTitle("Anmelden");
      assertThat(tab.page().locator("html")).hasAttribute("lang", "de");
      assertThat(tab.page().getByLabel("Benutzername")).isFocused();
      tab.submit("nobody", "nothing");
      assertThat(tab.alert()).containsText("Benutzername oder Passwort ist falsch.");
      assertThat(tab.page().locator("main")).not().containsText("Sign in");
    }
  }

  @Test
  void another_language_gets_english() {
    try (Tab tab = stage.tab(new NewContextOptions().setLocale("fr-FR")).openLogin("/")) {
      assertThat(tab.page()).hasTitle("Sign in");
      assertThat(tab.page().locator("html")).hasAttribute("lang", "en");
    }
  }

  @Test
  void without_script_the_form_still_signs_in_and_says_what_to_expect() {
    NewContextOptions off = new NewContextOptions().setJavaScriptEnabled(false);
    try (Tab tab = stage.tab(off).openLogin("/")) {
      assertThat(tab.page().locator("noscript p").first()).containsText("JavaScript is off.");
      tab.submit(stage.admin().username(), stage.admin().password());
      tab.page().waitForURL(tab.address("/auth/api/login"));

      tab.open("/api/me");
      assertThat(tab.page().locator("body")).containsText(stage.admin().username());
    }
  }

  @Test
  @Tag("BR-05")
  void a_script_or_style_smuggled_into_the_page_does_nothing_and_is_reported() {
    try (Tab tab = stage.tab().openLogin("/")) {
      assertThat(tab.complaints()).isEmpty();
      tab.page()
          .evaluate(
              "document.body.insertAdjacentHTML('beforeend',"
                  + "'<img src=x onerror=\"document.title=1\" style=\"color:red\">')");
      tab.page().waitForCondition(() -> tab.complaints().size() >= 2);

      assertThat(tab.complaints()).allMatch(text -> text.contains("Content Security Policy"));
      assertThat(tab.page()).hasTitle("Sign in");
    }
  }

  private static Cookie session(Tab tab) {
    List<Cookie> cookies = tab.context().cookies();
    assertThat(cookies).hasSize(1);
    return cookies.get(0);
  }
}
