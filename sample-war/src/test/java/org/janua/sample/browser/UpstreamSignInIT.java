package org.janua.sample.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The login page behind a proxy that wants a sign-in of its own first. */
@ExtendWith(OnStage.class)
class UpstreamSignInIT {

  private final Stage stage;

  UpstreamSignInIT(Stage stage) {
    this.stage = stage;
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 302, 307})
  void the_page_goes_where_the_proxy_says_when_it_asks_for_a_sign_in(int status) throws Exception {
    try (ExpiredProxy proxy = ExpiredProxy.start(stage.address(), status, ExpiredProxy.SIGN_IN);
        Tab tab = stage.tab(proxy.address()).openLogin("/api/me")) {
      tab.submit("somebody", "something");

      tab.page().waitForURL(tab.address(ExpiredProxy.SIGN_IN));
      assertThat(tab.page().locator("body").innerText()).isEqualTo("Sign in here.");
    }
  }

  @Test
  void a_place_that_is_no_page_is_not_gone_to() throws Exception {
    try (ExpiredProxy proxy =
            ExpiredProxy.start(stage.address(), 401, "javascript:document.title='gone'");
        Tab tab = stage.tab(proxy.address()).openLogin("/api/me")) {
      assertThat(tab.attempt()).startsWith("Username or password is wrong.");
      assertThat(tab.page().title()).isEqualTo("Sign in");
    }
  }
}
