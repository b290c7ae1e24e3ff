package org.janua.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys about sending mails. */
final class MailKeys {
  private static final int LONGEST = 255;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}");
  private static final Pattern JNDI_NAME = Pattern.compile("(java:)?[^\\s:]+");

  /** What a mailbox is made of (RFC 5322 3.4), without what would have to be quoted. */
  private static final String WORD = "[!#-'*+./0-9=?A-Z^_`a-z{|}~-]+";

  private static final Pattern SENDER =
      Pattern.compile(
          "(?<bare>" + address() + ")|(?<name>[^<>\"\\p{Cntrl}]*)<(?<in>" + address() + ")>");

  static final Key<Optional<String>> SESSION =
      Key.of("mail.session", jndiName().optional(), "", "java:comp/env/mail/auth");
  static final Key<Optional<Mail.Sender>> FROM =
      Key.of("mail.from", sender().optional(), "", "Shop <no-reply@example.org>");
  static final Key<Optional<String>> HOST_NAME =
      Key.of("mail.smtp_host", host().optional(), "", "smtp.example.org");
  static final Key<Optional<Integer>> PORT =
      Key.of("mail.smtp_port", Kinds.number(1, 65_535).optional(), "", "587");
  static final Key<Optional<String>> USER =
      Key.of("mail.smtp_user", Kinds.text().optional(), "", "shop");
  static final Key<Optional<String>> PASSWORD =
      Key.of(
          "mail.smtp_password", Kinds.text().hidden().optional(), "", "what the mail server gave");
  static final Key<Optional<Mail.Security>> SECURITY =
      Key.of("mail.smtp_security", security().optional(), "", "starttls")
          .weak("start refused; `none` to another machine: warning");

  /** In the order of the documentation. */
  static final List<Key<?>> ALL = List.of(SESSION, HOST_NAME, PORT, SECURITY, USER, PASSWORD, FROM);

  private MailKeys() {}

  private static String address() {
    return WORD + "@" + WORD;
  }

  /** Only names of this server: a JNDI name may else lead to another machine. */
  private static Kind<String> jndiName() {
    return Kinds.text()
        .only(name -> JNDI_NAME.matcher(name).matches(), "is not the JNDI name of a mail session")
        .called("JNDI name", "`java:…`, `mail/…`");
  }

  private static Kind<String> host() {
    return Kinds.text()
        .only(name -> HOST.matcher(name).matches(), "is not the name or address of a machine")
        .called("host", "a name, or an address without brackets");
  }

  private static Kind<Mail.Sender> sender() {
    return Kinds.text()
        .parsed(MailKeys::parseSender, "is not an e-mail address, with or without a name before it")
        .called("e-mail address", "at most 255 characters");
  }

  private static Optional<Mail.Sender> parseSender(String text) {
    Matcher parts = SENDER.matcher(text.strip());
    if (text.length() > LONGEST || !parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        parts.group("bare") != null
            ? new Mail.Sender("", parts.group("bare"))
            : new Mail.Sender(parts.group("name").strip(), parts.group("in")));
  }

  private static Kind<Mail.Security> security() {
    return Kinds.choice(
        Set.of(),
        Map.entry("starttls", Mail.Security.STARTTLS),
        Map.entry("tls", Mail.Security.TLS),
        Map.entry("none", Mail.Security.NONE));
  }
}
