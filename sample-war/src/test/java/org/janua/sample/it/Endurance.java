package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;

/** What has to last longer than a server process or a database connection. */
final class Endurance {

  private static final Duration BACK_AGAIN = Duration.ofSeconds(30);

  private Endurance() {}

  static void assertOutlivesRestart(Site site, Person person) {
    site.server().stop();
    site.server().startUntilAnswered(Deployment.READY);
    assertThat(Banner.all(site.server().logSinceStart())).isEmpty();
    assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(200);
    assertThat(site.tryToSignIn(person.name(), Site.PASSWORD).status()).isEqualTo(200);
  }

  static void assertOutlivesOutage(Site site, Person person, PostgreSql postgres) {
    Call me = Call.get("/api/me").cookie(person.token());
    postgres.stop();
    await(() -> site.send(me).status() == 503);
    Answer down = site.send(me);
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.mediaType()).isEqualTo("application/problem+json");
    assertThat(down.header("Retry-After")).isPresent();
    assertThat(down.cookie(Call.COOKIE)).as("the cookie is kept").isEmpty();
    assertThat(site.tryToSignIn(person.name(), Site.PASSWORD).status()).isEqualTo(503);
    assertThat(site.send(Call.get("/auth/login")).status()).as("the page stays").isEqualTo(200);
    postgres.start();
    await(() -> site.send(me).status() == 200);
  }

  /** Asks again until an answer fits. */
  static Answer until(Supplier<Answer> ask, Predicate<Answer> fits) {
    AtomicReference<Answer> last = new AtomicReference<>();
    await(
        () -> {
          last.set(ask.get());
          return fits.test(last.get());
        });
    return last.get();
  }

  /** What is remembered may be answered for some seconds after the outage began. */
  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + BACK_AGAIN.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within " + BACK_AGAIN).isLessThan(end);
    }
  }
}
