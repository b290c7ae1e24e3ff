package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.janua.sample.it.Site.Credentials;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.server.ServerKinds;
import org.junit.jupiter.api.Test;

/** {@code auth.reset_admin_password}, which is done before any server has a say in it. */
final class AdminResetIT {

  @Test
  void every_start_gives_admin_a_new_password_and_ends_the_old_sessions() {
    Deployment deployment =
        new Deployment(ServerKinds.chosen().get(0), Carrier.CONTAINER)
            .with("AUTH_RESET_ADMIN_PASSWORD", "true");
    try (Site site = deployment.start()) {
      Person before = site.admin();
      Person other = site.newPerson("viewer");

      site.server().stop();
      site.server().startUntilAnswered(Deployment.READY);

      List<Credentials> banners = Banner.all(site.server().log().lines());
      assertThat(banners).hasSize(2);
      assertThat(site.send(Call.get("/api/me").bearer(before.token())).status()).isEqualTo(401);
      assertThat(site.send(Call.get("/api/me").bearer(other.token())).status()).isEqualTo(200);
      assertThat(tryToSignIn(site, banners.get(0))).isEqualTo(401);
      assertThat(tryToSignIn(site, banners.get(1))).isEqualTo(200);
      assertThat(isFirstTimeLogin(site)).as("while the flag is on").isTrue();
      assertThat(site.server().log().lines())
          .filteredOn(line -> line.contains("auth.reset_admin_password is true"))
          .hasSizeGreaterThanOrEqualTo(2);
    }
  }

  private static int tryToSignIn(Site site, Credentials admin) {
    return site.tryToSignIn(admin.name(), admin.password()).status();
  }

  private static boolean isFirstTimeLogin(Site site) {
    return site.send(Call.get("/auth/api/providers")).json().getBoolean("first_time_login");
  }
}
