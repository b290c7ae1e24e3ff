package org.janua.config;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads how mails are sent and checks that it agrees. What leads into a mail must not be made of
 * what a request says, so mails need {@code auth.base_url}.
 */
final class MailRules {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

  private final Reading.Given<Optional<String>> session;
  private final Reading.Given<Optional<String>> host;
  private final Reading.Given<Optional<Integer>> port;
  private final Reading.Given<Optional<Mail.Security>> security;
  private final Reading.Given<Optional<String>> user;
  private final Reading.Given<Optional<String>> password;
  private final Reading.Given<Optional<Mail.Sender>> from;
  private final Faults faults;

  MailRules(Reading reading, Faults faults) {
    this.session = reading.read(MailKeys.SESSION);
    this.host = reading.read(MailKeys.HOST_NAME);
    this.port = reading.read(MailKeys.PORT);
    this.security = reading.read(MailKeys.SECURITY);
    this.user = reading.read(MailKeys.USER);
    this.password = reading.read(MailKeys.PASSWORD);
    this.from = reading.read(MailKeys.FROM);
    this.faults = faults;
  }

  /** Empty: no mails are sent, or there is a fault. */
  Optional<Mail> mail(Ingress ingress, SignInWays ways) {
    boolean wrong =
        Stream.of(session, host, port, security, user, password, from)
            .anyMatch(Reading.Given::isWrong);
    if (wrong) {
      return Optional.empty();
    }
    check();
    Optional<Mail> mail = route().flatMap(way -> from.value().map(who -> new Mail(way, who)));
    mail.ifPresent(sent -> check(sent, ingress, ways));
    return mail;
  }

  private void check() {
    boolean any = session.value().isPresent() || host.value().isPresent();
    if (session.value().isPresent() && host.value().isPresent()) {
      faults.note(
          MailKeys.HOST_NAME, "and " + MailKeys.SESSION.name() + " are both set: one is enough");
    }
    if (any && from.value().isEmpty()) {
      faults.note(MailKeys.FROM, "is needed: it says from whom mails are");
    }
    if (!any && from.value().isPresent()) {
      faults.note(
          MailKeys.FROM,
          "is set, and neither " + MailKeys.SESSION.name() + " nor " + MailKeys.HOST_NAME.name());
    }
    if (host.value().isEmpty()) {
      refuseAlone(MailKeys.PORT, port);
      refuseAlone(MailKeys.SECURITY, security);
      refuseAlone(MailKeys.USER, user);
      refuseAlone(MailKeys.PASSWORD, password);
    } else if (user.value().isPresent() != password.value().isPresent()) {
      faults.note(
          user.value().isPresent() ? MailKeys.PASSWORD : MailKeys.USER,
          "is needed: the other half of a sign-in to the mail server is set");
    }
  }

  private void refuseAlone(Key<?> key, Reading.Given<? extends Optional<?>> given) {
    given
        .value()
        .ifPresent(value -> faults.note(key, "says nothing without " + MailKeys.HOST_NAME.name()));
  }

  private Optional<Mail.Route> route() {
    return session
        .value()
        .<Mail.Route>map(Mail.ServerSession::new)
        .or(() -> host.value().map(this::smtp));
  }

  /** Whoever shows a password asks for a secret connection, unless told otherwise. */
  private Mail.Smtp smtp(String name) {
    Optional<SmtpLogin> login =
        user.value().flatMap(who -> password.value().map(word -> new SmtpLogin(who, word)));
    Mail.Security usual = login.isPresent() ? Mail.Security.STARTTLS : Mail.Security.NONE;
    Mail.Security chosen = security.value().orElse(usual);
    return new Mail.Smtp(name, port.value().orElse(chosen.usualPort()), chosen, login);
  }

  private void check(Mail mail, Ingress ingress, SignInWays ways) {
    if (ingress.baseUrl().isEmpty()) {
      faults.note(Keys.BASE_URL, "is needed for mails: their links are made of nothing else");
    }
    if (!ways.own()) {
      faults.warn("mail has no effect, because only a proxy signs people in");
    }
    mail.route().fold(server -> false, this::warnsOfPlainText);
  }

  private boolean warnsOfPlainText(Mail.Smtp smtp) {
    boolean readable = smtp.security() == Mail.Security.NONE && !THIS_MACHINE.contains(smtp.host());
    if (readable) {
      faults.warn(
          MailKeys.SECURITY.name()
              + " is none: links that set a password can be read on their way to "
              + smtp.host());
    }
    return readable;
  }
}
