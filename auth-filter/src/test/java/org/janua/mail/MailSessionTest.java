package org.janua.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.naming.Context;
import org.janua.config.Mail;
import org.janua.config.SmtpLogin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters on their way through a socket. */
class MailSessionTest {

  private static final Instant NOW = Instant.parse("2026-03-29T01:30:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final SmtpLogin LOGIN = new SmtpLogin("shop", "a password of the mail server");
  private static final Letter LETTER =
      new Letter("zoe@example.org", "Größe", "Hello Zoë,\n\nhttps://example.org/#reset=abc\n");

  @AfterEach
  void forget_the_names() {
    System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
  }

  @Test
  void a_letter_arrives_as_plain_text_from_the_sender_that_was_configured() throws Exception {
    try (LetterBox box = LetterBox.open()) {
      MailSession.open(box.settings(), CLOCK).send(LETTER);

      MimeMessage letter = box.await(1).get(0);
      assertThat(letter.getFrom())
          .containsExactly(new InternetAddress("shop@example.org", "Shop & Söhne", "UTF-8"));
      assertThat(letter.getAllRecipients()).containsExactly(new InternetAddress("zoe@example.org"));
      assertThat(letter.getSubject()).isEqualTo("Größe");
      assertThat(letter.getSentDate()).isEqualTo(Date.from(NOW));
      assertThat(letter.getContentType()).startsWith("text/plain; charset=UTF-8");
      assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(LetterBox.text(letter))
          .isEqualToIgnoringNewLines("Hello Zoë,\n\nhttps://example.org/#reset=abc\n");
    }
  }

  @Test
  void a_mail_server_that_wants_to_be_shown_a_password_is_shown_it() throws Exception {
    try (LetterBox box = LetterBox.openFor(LOGIN)) {
      Mail wrong =
          box.settings(Mail.Security.NONE, Optional.of(new SmtpLogin("shop", "not this one")));
      MailSession.open(box.settings(Mail.Security.NONE, Optional.of(LOGIN)), CLOCK).send(LETTER);

      assertThat(box.await(1)).hasSize(1);
      assertThatThrownBy(() -> MailSession.open(wrong, CLOCK).send(LETTER))
          .isInstanceOf(Post.Undelivered.class);
    }
  }

  @Test
  void nothing_is_sent_in_the_clear_where_starttls_is_asked_for_and_the_server_has_none() {
    try (LetterBox box = LetterBox.open()) {
      MailSession session =
          MailSession.open(box.settings(Mail.Security.STARTTLS, Optional.empty()), CLOCK);

      assertThatThrownBy(() -> session.send(LETTER)).isInstanceOf(Post.Undelivered.class);
      assertThat(box.all()).isEmpty();
    }
  }

  @Test
  void nothing_is_sent_to_a_server_whose_certificate_is_not_good() {
    try (LetterBox box = LetterBox.openWithTls()) {
      MailSession session =
          MailSession.open(box.settings(Mail.Security.TLS, Optional.empty()), CLOCK);

      assertThatThrownBy(() -> session.send(LETTER))
          .isInstanceOf(Post.Undelivered.class)
          .hasStackTraceContaining("PKIX path building failed");
      assertThat(box.all()).isEmpty();
    }
  }

  @Test
  void a_letter_to_no_address_or_to_two_is_not_sent() {
    try (LetterBox box = LetterBox.open()) {
      MailSession session = MailSession.open(box.settings(), CLOCK);

      for (String to :
          new String[] {"nobody", "a@b.example, c@d.example", "a@b.example\nBcc: c@d"}) {
        assertThatThrownBy(() -> session.send(new Letter(to, "subject", "text")))
            .isInstanceOf(Post.Undelivered.class);
      }
      assertThat(box.all()).isEmpty();
    }
  }

  @Test
  void a_mail_server_that_is_down_is_told() {
    LetterBox box = LetterBox.open();
    MailSession session = MailSession.open(box.settings(), CLOCK);
    box.close();

    assertThatThrownBy(() -> session.send(LETTER)).isInstanceOf(Post.Undelivered.class);
  }

  @Test
  void a_session_of_the_server_sends_by_its_own_settings() throws Exception {
    try (LetterBox box = LetterBox.open()) {
      Properties properties = new Properties();
      properties.put("mail.smtp.host", "127.0.0.1");
      properties.put("mail.smtp.port", Integer.toString(box.port()));
      Names.bind("mail/shop", Session.getInstance(properties));

      MailSession.open(byName("mail/shop"), CLOCK).send(LETTER);

      assertThat(box.await(1).get(0).getFrom())
          .containsExactly(new InternetAddress("shop@example.org"));
    }
  }

  @Test
  void a_session_that_the_server_does_not_have_is_named() {
    Names.bind("mail/shop", "no session at all");

    assertThatThrownBy(() -> MailSession.open(byName("mail/other"), CLOCK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The server has no mail session mail/other");
    assertThatThrownBy(() -> MailSession.open(byName("mail/shop"), CLOCK))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("What is bound to mail/shop is not a mail session");
    assertThat(Outbox.open(byName("mail/other"), CLOCK)).isEmpty();
  }

  private static Mail byName(String name) {
    return new Mail(new Mail.ServerSession(name), new Mail.Sender("", "shop@example.org"));
  }
}
