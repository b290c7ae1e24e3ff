package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.janua.sample.it.Site.Person;
import org.janua.sample.it.http.Answer;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.server.Mailbox;
import org.janua.sample.it.server.ServerKind;
import org.janua.sample.it.server.Setup;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Forgotten passwords, with the Jakarta Mail of every server and a mail server on a socket. */
@ClassTemplate
@ExtendWith(EveryKind.class)
final class PasswordResetIT {

  private static final String NEW = "another horse entirely";
  private static final String FROM = "no-reply@example.org";

  @Test
  @Tag("PW-11")
  @Tag("PW-12")
  void a_link_comes_by_the_mail_server_that_is_configured(ServerKind kind) throws Exception {
    try (Mailbox mailbox = new Mailbox();
        Site site =
            mailing(kind)
                .with(Setup.Option.MAIL)
                .with("AUTH_MAIL_SMTP_HOST", "127.0.0.1")
                .with("AUTH_MAIL_SMTP_PORT", Integer.toString(mailbox.port()))
                .start()) {
      assertLinkWorks(site, mailbox);
    }
  }

  @Test
  void a_link_comes_by_a_mail_session_of_the_server(ServerKind kind) throws Exception {
    try (Mailbox mailbox = new Mailbox();
        Site site =
            mailing(kind)
                .with(Setup.Option.MAIL_SESSION)
                .with("SMTP_HOST", "127.0.0.1")
                .with("SMTP_USER", "janua")
                .with("SMTP_PASSWORD", "any")
                .with("SMTP_PORT", Integer.toString(mailbox.port()))
                .with("AUTH_MAIL_SESSION", kind.jndiName(Setup.MAIL_SESSION_NAME))
                .start()) {
      assertLinkWorks(site, mailbox);
    }
  }

  private static Deployment mailing(ServerKind kind) {
    return new Deployment(kind, Carrier.CONTAINER)
        .with("AUTH_MAIL_FROM", "Shop & Söhne <" + FROM + ">")
        .with("AUTH_BASE_URL", "http://apps.example.org/shop");
  }

  private static void assertLinkWorks(Site site, Mailbox mailbox) throws MessagingException {
    Person person = site.newPerson("viewer");
    site.send(
        Call.patch("/auth/api/profile").bearer(person.token()).json(email("Mona@example.org")));
    assertThat(site.send(Call.get("/auth/api/providers")).json().getBoolean("password_reset"))
        .isTrue();

    Answer asked =
        site.send(
            Call.post("/auth/api/password-reset")
                .header("X-Forwarded-Host", "evil.example")
                .json(email("mona@EXAMPLE.org")));
    assertThat(asked.status()).isEqualTo(202);
    MimeMessage mail = mailbox.await(1);
    assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo(FROM);
    assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("Mona@example.org");
    assertThat(Mailbox.link(mail)).startsWith("http://apps.example.org/shop/auth/login#reset=");

    String token = Mailbox.link(mail).replaceFirst(".*#reset=", "");
    assertThat(faultOf(use(site, token, "too short"))).isEqualTo("password");
    assertThat(use(site, token, NEW).status()).isEqualTo(204);
    assertThat(faultOf(use(site, token, NEW))).isEqualTo("token");
    assertThat(site.send(Call.get("/api/me").cookie(person.token())).status()).isEqualTo(401);
    assertThat(site.tryToSignIn(person.name(), Site.PASSWORD).status()).isEqualTo(401);
    assertThat(site.tryToSignIn(person.name(), NEW).status()).isEqualTo(200);
    assertThat(Mailbox.text(mailbox.await(2))).contains("was just set anew by a link");
  }

  private static Answer use(Site site, String token, String password) {
    String body = Json.createObjectBuilder().add("password", password).build().toString();
    return site.send(Call.post("/auth/api/password-reset/" + token).json(body));
  }

  private static String faultOf(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    return answer.json().getJsonArray("errors").getJsonObject(0).getString("field");
  }

  private static String email(String address) {
    return Json.createObjectBuilder().add("email", address).build().toString();
  }
}
