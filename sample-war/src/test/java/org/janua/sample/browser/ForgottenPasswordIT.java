package org.janua.sample.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.janua.sample.it.server.Mailbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From "forgot your password?" through a mailbox to a new one. */
@ExtendWith(OnStage.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgottenPasswordIT {

  private static final String OLD = "correct horse battery";
  private static final String NEW = "another horse entirely";

  private final Stage stage;
  private Mailbox mailbox;
  private Sample sample;
  private int mails;

  ForgottenPasswordIT(Stage stage) {
    this.stage = stage;
  }

  @BeforeAll
  void start() {
    mailbox = new Mailbox();
    sample = Sample.startMailing(mailbox.port());
  }

  @AfterAll
  void stop() {
    sample.close();
    mailbox.close();
  }

  @Test
  @Tag("PW-11")
  void whoever_has_forgotten_a_password_gets_a_link_and_sets_a_new_one() {
    addUser("mona", "mona@example.org");
    String link = askedFor("mona@example.org");

    try (Tab tab = stage.tab(sample.address())) {
      tab.page().navigate(link);
      assertThat(tab.page()).hasTitle("Set a new password");
      assertThat(tab.page()).hasURL(tab.address("/auth/login"));
      assertThat(field(tab)).isFocused();
      field(tab).fill("mona@example.org");
      tab.submit().click();
      assertThat(tab.page().locator(".fault")).containsText("Must be more than your name");
      assertThat(field(tab)).hasAttribute("aria-invalid", "true");
      assertThat(field(tab)).isFocused();
      tab.screenshot("reset-fault");

      field(tab).fill(NEW);
      tab.submit().click();
      assertThat(tab.alert()).hasText("Your new password is set. Sign in with it.");
      tab.screenshot("reset-done");
      tab.signIn(new Credentials("mona", NEW));

      tab.page().navigate(link);
      field(tab).fill(NEW);
      tab.submit().click();
      assertThat(tab.alert()).hasText("This link is not good any more. Ask for a new one.");
      assertThat(tab.requests()).noneMatch(url -> url.contains("#reset") || url.contains("?reset"));
      assertThat(tab.complaints()).allMatch(text -> text.contains("400"));
    }
  }

  @Test
  @Tag("EN-04")
  void an_address_that_nobody_has_is_answered_like_any_other() {
    try (Tab tab = forgotten()) {
      tab.page().getByLabel("E-mail address").fill("nobody@example.org");
      tab.submit().click();
      assertThat(tab.alert()).containsText("Look into your mailbox.");
      assertThat(tab.page()).hasURL(tab.address("/auth/login?return=%2F"));
      assertThat(tab.complaints()).isEmpty();
    }
  }

  @Test
  void the_way_back_leads_to_signing_in() {
    try (Tab tab = forgotten()) {
      tab.page().getByText("Back to signing in").click();
      assertThat(tab.page()).hasTitle("Sign in");
      assertThat(tab.username()).isFocused();

      tab.page().goBack();
      assertThat(tab.page()).hasTitle("Forgot your password?");
    }
  }

  @Test
  void nothing_is_offered_where_no_mails_are_sent() {
    try (Tab tab = stage.tab()) {
      tab.page().waitForResponse("**/auth/api/providers", () -> tab.openLogin("/"));
      assertThat(tab.page().getByText("Forgot your password?")).isHidden();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axe_finds_no_barrier_in_either_theme(ColorScheme scheme) {
    NewContextOptions german = new NewContextOptions().setColorScheme(scheme).setLocale("de-DE");
    try (Tab tab = stage.tab(sample.address(), german)) {
      for (String view :
          new String[] {"/auth/login", "/auth/login#forgotten", "/auth/login#reset=x"}) {
        tab.open("/api/hello").open(view);
        assertThat(new AxeBuilder(tab.page()).analyze().getViolations()).as(view).isEmpty();
        tab.screenshot("reset-" + view.replaceAll("\\W", "") + scheme);
      }
    }
  }

  /** Asks on the page, and reads the mail. */
  private String askedFor(String email) {
    try (Tab tab = forgotten()) {
      assertThat(tab.page().getByLabel("E-mail address")).isFocused();
      tab.screenshot("reset-forgotten");
      tab.page().getByLabel("E-mail address").fill(email);
      tab.submit().click();
      assertThat(tab.alert()).containsText("Look into your mailbox.");
      tab.screenshot("reset-sent");
      assertThat(tab.complaints()).isEmpty();
    }
    mails++;
    return Mailbox.link(mailbox.await(mails));
  }

  private Tab forgotten() {
    Tab tab = stage.tab(sample.address()).openLogin("/");
    tab.page().getByText("Forgot your password?").click();
    assertThat(tab.page()).hasTitle("Forgot your password?");
    return tab;
  }

  private static Locator field(Tab tab) {
    return tab.page().locator("#new-password");
  }

  private void addUser(String name, String email) {
    try (Tab tab = stage.tab(sample.address()).openLogin("/")) {
      tab.signIn(sample.admin());
      APIResponse made =
          tab.context()
              .request()
              .post(
                  tab.address("/auth/api/users"),
                  RequestOptions.create()
                      .setData(Map.of("username", name, "password", OLD, "email", email)));
      assertThat(made.status()).isEqualTo(201);
    }
  }
}
