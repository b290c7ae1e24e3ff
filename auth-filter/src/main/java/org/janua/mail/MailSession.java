package org.janua.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.janua.config.Mail;
import org.janua.config.SmtpLogin;

/** Sends by the Jakarta Mail of the server. Thread-safe. */
final class MailSession implements Post {

  /** A mail server that is asleep must not keep a thread for long. */
  private static final String PATIENCE_MILLIS = "10000";

  private static final String TEXT = "text/plain; charset=UTF-8";

  private final Session session;
  private final Mail.Sender sender;
  private final InstantSource clock;

  private MailSession(Session session, Mail.Sender sender, InstantSource clock) {
    this.session = session;
    this.sender = sender;
    this.clock = clock;
  }

  /**
   * Finds or makes the session, and sees whether there is something to send with; asks no mail
   * server.
   *
   * @throws IllegalStateException when there is not; the message says what is missing
   */
  static MailSession open(Mail mail, InstantSource clock) {
    Session session = mail.route().fold(MailSession::lookUp, MailSession::make);
    try {
      session.getTransport();
    } catch (NoSuchProviderException missing) {
      throw new IllegalStateException("The server has nothing to send mails with", missing);
    }
    return new MailSession(session, mail.sender(), clock);
  }

  private static Session lookUp(Mail.ServerSession named) {
    try {
      if (new InitialContext().lookup(named.jndiName()) instanceof Session found) {
        return found;
      }
      throw new IllegalStateException(
          "What is bound to "
              + named.jndiName()
              + " is not a mail session of the Jakarta Mail that this application sees");
    } catch (NamingException missing) {
      throw new IllegalStateException(
          "The server has no mail session " + named.jndiName(), missing);
    }
  }

  private static Session make(Mail.Smtp smtp) {
    Properties properties = new Properties();
    properties.put("mail.transport.protocol", "smtp");
    properties.put("mail.smtp.host", smtp.host());
    properties.put("mail.smtp.port", Integer.toString(smtp.port()));
    properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (smtp.security()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true"); // else who is between takes it out
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> properties.put("mail.smtp.starttls.enable", "false");
    }
    properties.put("mail.smtp.auth", Boolean.toString(smtp.login().isPresent()));
    return Session.getInstance(properties, smtp.login().map(MailSession::showing).orElse(null));
  }

  private static Authenticator showing(SmtpLogin login) {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(login.user(), login.reveal());
      }
    };
  }

  @Override
  public void send(Letter letter) throws Undelivered {
    try {
      Transport.send(message(letter));
    } catch (MessagingException | UnsupportedEncodingException failed) {
      throw new Undelivered(failed);
    }
  }

  /**
   * The message. Its text is given as bytes: making them of a text is left to a registry that some
   * servers show to their own threads only.
   */
  private MimeMessage message(Letter letter)
      throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(sender.address(), sender.name(), "UTF-8"));
    message.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
    message.setSubject(letter.subject(), "UTF-8");
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834 5: no absence notes back
    byte[] text = letter.reveal().getBytes(StandardCharsets.UTF_8);
    message.setDataHandler(new DataHandler(new ByteArrayDataSource(text, TEXT)));
    return message;
  }
}
