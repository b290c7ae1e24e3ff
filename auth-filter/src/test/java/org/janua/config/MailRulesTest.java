package org.janua.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How mails are sent, and whether it agrees. */
class MailRulesTest {
  @TempDir Path directory;

  @Test
  void a_file_names_a_session_of_the_server() {
    Mail mail =
        mail(
            """
            auth: {base_url: https://apps.example.org/shop}
            mail: {session: "java:comp/env/mail/auth", from: no-reply@example.org}
            """);

    assertThat(mail.route()).isEqualTo(new Mail.ServerSession("java:comp/env/mail/auth"));
    assertThat(mail.sender()).isEqualTo(new Mail.Sender("", "no-reply@example.org"));
  }

  @Test
  void a_file_names_a_mail_server() {
    Mail mail =
        mail(
            """
            auth: {base_url: https://apps.example.org}
            mail:
              smtp_host: smtp.example.org
              smtp_port: 2525
              smtp_security: tls
              smtp_user: shop
              smtp_password: a password
              from: Shop & Söhne <no-reply@example.org>
            """);

    Mail.Smtp smtp = smtp(mail);
    assertThat(smtp.host()).isEqualTo("smtp.example.org");
    assertThat(smtp.port()).isEqualTo(2525);
    assertThat(smtp.security()).isEqualTo(Mail.Security.TLS);
    SmtpLogin login = smtp.login().orElseThrow();
    assertThat(login.user()).isEqualTo("shop");
    assertThat(login.reveal()).isEqualTo("a password");
    assertThat(mail.toString()).doesNotContain("a password");
    assertThat(mail.sender()).isEqualTo(new Mail.Sender("Shop & Söhne", "no-reply@example.org"));
  }

  @ParameterizedTest
  @CsvSource({
    "mail.example.org, , , NONE, 25",
    "mail.example.org, , starttls, STARTTLS, 587",
    "mail.example.org, , tls, TLS, 465",
    "mail.example.org, shop, , STARTTLS, 587",
    "mail.example.org, shop, tls, TLS, 465",
    "localhost, shop, none, NONE, 25",
  })
  void security_and_port_follow_from_what_is_said(
      String host, String user, String security, Mail.Security expected, int port) {
    Start start = toMailServer(host);
    if (user != null) {
      start.environment("AUTH_MAIL_SMTP_USER", user).environment("AUTH_MAIL_SMTP_PASSWORD", "x");
    }
    if (security != null) {
      start.environment("AUTH_MAIL_SMTP_SECURITY", security);
    }

    Mail.Smtp smtp = smtp(start.settings().mail().orElseThrow());
    assertThat(smtp.security()).isEqualTo(expected);
    assertThat(smtp.port()).isEqualTo(port);
  }

  @Test
  void the_examples_of_the_keys_are_right_together() {
    Start start = Start.in(directory).environment("AUTH_BASE_URL", "https://apps.example.org");
    MailKeys.ALL.stream()
        .filter(key -> key != MailKeys.SESSION)
        .forEach(key -> start.environment(key.environment(), key.example()));

    assertThat(start.faults()).isEmpty();
  }

  @Test
  void the_password_may_come_from_a_file() throws Exception {
    Path secret = Files.writeString(directory.resolve("smtp"), "from a file\n");
    Mail mail =
        toMailServer("mail.example.org")
            .environment("AUTH_MAIL_SMTP_USER", "shop")
            .environment("AUTH_MAIL_SMTP_PASSWORD_FILE", secret.toString())
            .settings()
            .mail()
            .orElseThrow();

    assertThat(smtp(mail).login().map(SmtpLogin::reveal)).contains("from a file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{smtp_host: a, from: a@b.example} | auth.base_url | is needed for mails",
        "{session: mail/a, from: a@b.example} | auth.base_url | is needed for mails",
        "{smtp_port: 25} | mail.smtp_port | says nothing without mail.smtp_host",
        "{smtp_security: tls} | mail.smtp_security | says nothing without mail.smtp_host",
        "{smtp_user: a} | mail.smtp_user | says nothing without mail.smtp_host",
        "{smtp_password: a} | mail.smtp_password | says nothing without mail.smtp_host",
        "{from: a@b.example} | mail.from | neither mail.session nor mail.smtp_host",
        "{smtp_host: a} | mail.from | is needed",
        "{session: mail/a} | mail.from | is needed",
      })
  void a_contradiction_refuses_the_start(String mail, String key, String problem) {
    Fault fault = Start.in(directory).file("mail: " + mail).fault();

    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.problem()).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTH_MAIL_SESSION, mail/a, mail.smtp_host, both set",
    "AUTH_MAIL_SMTP_USER, a, mail.smtp_password, is needed",
    "AUTH_MAIL_SMTP_PASSWORD, secret-of-mail, mail.smtp_user, is needed",
  })
  void so_does_one_beside_a_mail_server(String variable, String value, String key, String problem) {
    Fault fault = toMailServer("mail.example.org").environment(variable, value).fault();

    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.problem()).contains(problem).doesNotContain("secret-of-mail");
  }

  @Test
  void a_connection_that_can_be_read_is_warned_of_unless_it_stays_on_this_machine() {
    assertThat(toMailServer("mail.example.org").warnings())
        .containsExactly(
            "mail.smtp_security is none: links that set a password can be read on their way to"
                + " mail.example.org");
    assertThat(toMailServer("localhost").warnings()).isEmpty();
    assertThat(
            toMailServer("mail.example.org")
                .environment("AUTH_MAIL_SMTP_SECURITY", "tls")
                .warnings())
        .isEmpty();
  }

  @Test
  void mails_where_only_a_proxy_signs_people_in_are_warned_of() {
    assertThat(
            toMailServer("localhost")
                .environment("AUTH_ENABLED", "false")
                .environment("PROXY_AUTH_SECRET", "0123456789abcdef0123456789abcdef")
                .environment("AUTH_TRUSTED_PROXIES", "10.0.0.1")
                .warnings())
        .contains("mail has no effect, because only a proxy signs people in");
  }

  private Start toMailServer(String host) {
    return Start.in(directory)
        .environment("AUTH_BASE_URL", "https://apps.example.org")
        .environment("AUTH_MAIL_SMTP_HOST", host)
        .environment("AUTH_MAIL_FROM", "no-reply@example.org");
  }

  private Mail mail(String file) {
    return Start.in(directory).file(file).settings().mail().orElseThrow();
  }

  private static Mail.Smtp smtp(Mail mail) {
    return mail.route().fold(session -> Optional.<Mail.Smtp>empty(), Optional::of).orElseThrow();
  }
}
