package org.janua.sample.it.server;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server on a socket of this machine that takes mails from anybody, and what it was given.
 */
public final class Mailbox implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 30_000;
  private static final Pattern LINK = Pattern.compile("\\S+#reset=\\S+");

  private final GreenMail server =
      new GreenMail(ServerSetup.SMTP.dynamicPort())
          .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

  /** Starts it. */
  public Mailbox() {
    server.start();
  }

  /** Where it listens. */
  public int port() {
    return server.getSmtp().getPort();
  }

  /** Waits for the mail of this number, from 1, and gives it. */
  public MimeMessage await(int number) {
    if (!server.waitForIncomingEmail(PATIENCE_MILLIS, number)) {
      throw new AssertionError(server.getReceivedMessages().length + " mails instead of " + number);
    }
    return server.getReceivedMessages()[number - 1];
  }

  /** The link in a mail. */
  public static String link(MimeMessage mail) {
    Matcher link = LINK.matcher(text(mail));
    if (!link.find()) {
      throw new AssertionError("no link in " + text(mail));
    }
    return link.group();
  }

  /** The text of a mail. */
  public static String text(MimeMessage mail) {
    try {
      return new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
