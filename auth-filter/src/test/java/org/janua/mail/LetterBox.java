package org.janua.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.janua.config.Mail;
import org.janua.config.SmtpLogin;

/** A mail server on a socket of this machine, and what it was given. */
public final class LetterBox implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 20_000;
  private static final Mail.Sender SENDER = new Mail.Sender("Shop & Söhne", "shop@example.org");

  private final GreenMail server;
  private final ServerSetup setup;

  private LetterBox(ServerSetup setup) {
    this.setup = setup.dynamicPort();
    this.server = new GreenMail(this.setup);
  }

  /** One that takes letters from everybody. */
  public static LetterBox open() {
    LetterBox box = new LetterBox(ServerSetup.SMTP);
    box.server.start();
    return box;
  }

  /** One that wants to be shown a name and a password. */
  static LetterBox openFor(SmtpLogin login) {
    LetterBox box = new LetterBox(ServerSetup.SMTP);
    box.server.setUser(login.user(), login.user(), login.reveal());
    box.server.getUserManager().setAuthRequired(true);
    box.server.start();
    return box;
  }

  /** One with TLS, and a certificate that nobody trusts. */
  static LetterBox openWithTls() {
    LetterBox box = new LetterBox(ServerSetup.SMTPS);
    box.server.start();
    return box;
  }

  /** How to send to it in the clear. */
  public Mail settings() {
    return settings(Mail.Security.NONE, Optional.empty());
  }

  Mail settings(Mail.Security security, Optional<SmtpLogin> login) {
    return new Mail(new Mail.Smtp("127.0.0.1", port(), security, login), SENDER);
  }

  int port() {
    return (setup.getProtocol().equals("smtps") ? server.getSmtps() : server.getSmtp()).getPort();
  }

  /** Waits until it holds so many, and gives them. */
  public List<MimeMessage> await(int count) {
    if (!server.waitForIncomingEmail(PATIENCE_MILLIS, count)) {
      throw new AssertionError(count + " letters were expected, and these came: " + all());
    }
    return all();
  }

  /** What it holds now. */
  public List<MimeMessage> all() {
    return Stream.of(server.getReceivedMessages()).toList();
  }

  /** The text of a letter. */
  public static String text(MimeMessage letter) {
    try {
      byte[] bytes = letter.getInputStream().readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (MessagingException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
