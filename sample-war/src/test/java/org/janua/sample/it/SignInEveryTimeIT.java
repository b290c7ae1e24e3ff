package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.ForgedToken;
import org.janua.sample.it.http.SetCookie;
import org.janua.sample.it.server.ServerKinds;
import org.junit.jupiter.api.Test;

/** {@code auth.session_length: 0}. */
final class SignInEveryTimeIT {

  @Test
  void the_cookie_ends_with_the_browser_and_the_token_after_a_minute() {
    Deployment deployment =
        new Deployment(ServerKinds.chosen().get(0), Carrier.CONTAINER)
            .with("AUTH_SESSION_LENGTH", "0");
    try (Site site = deployment.start()) {
      SetCookie cookie =
          site.tryToSignIn(site.newAccount("viewer"), Site.PASSWORD)
              .cookie(Call.COOKIE)
              .orElseThrow();
      assertThat(cookie.isSessionCookie()).isTrue();
      var claims = ForgedToken.from(cookie.value()).claims();
      assertThat(claims.getInt("exp") - claims.getInt("iat")).isEqualTo(60);
      var answer = site.send(Call.get("/api/me").cookie(cookie.value()));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.cookie(Call.COOKIE)).as("never refreshed").isEmpty();
    }
  }
}
