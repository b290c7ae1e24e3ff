package org.janua.account;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent;
import org.janua.audit.Audit;
import org.janua.audit.Details;
import org.janua.audit.Subject;
import org.janua.config.Limit;
import org.janua.jpa.Database;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.mail.Letter;
import org.janua.mail.Outbox;
import org.janua.throttle.Quota;

/**
 * Mails a link for a new password to whoever has forgotten it. Nothing is looked up before the
 * request is answered, so neither the answer nor its time tells whether an address is known (ASVS
 * 5.0 6.3.8). Thread-safe.
 */
public final class ForgottenPassword {

  private static final Logger LOG = System.getLogger(ForgottenPassword.class.getName());

  /** More accounts than anybody has with one address; the rest is for an administrator. */
  private static final int MOST_ACCOUNTS = 10;

  /** Nobody's mailbox is filled by somebody else. */
  private static final List<Limit> TO_ONE_ADDRESS =
      List.of(Limit.of(3, Duration.ofHours(1)), Limit.of(10, Duration.ofDays(1)));

  private static final Details BY_MAIL = Details.of("by", "mail");

  private final Database database;
  private final Outbox outbox;
  private final ResetLetters letters;
  private final String root;
  private final Quota askers;
  private final Quota mailboxes;
  private final Audit audit;
  private final InstantSource clock;

  /**
   * Builds the use case; nothing is read yet.
   *
   * @param baseUrl the public address of the application, where links lead
   * @param fromOneClient how often one client address may ask
   */
  public ForgottenPassword(
      Database database,
      Outbox outbox,
      URI baseUrl,
      List<Limit> fromOneClient,
      Audit audit,
      InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.letters = new ResetLetters(baseUrl);
    this.root = baseUrl.toString();
    this.askers = new Quota("reset asked", fromOneClient, clock);
    this.mailboxes = new Quota("reset mailed", TO_ONE_ADDRESS, clock);
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks for links to this address; they come by mail, or nothing does.
   *
   * @param email as typed; need not be an address
   */
  public void ask(String email, Client client) {
    outbox.later(() -> write(email, client));
  }

  /** Tells the owner of an account that its password was set by a link. */
  void tell(UserRow user) {
    if (user.email() != null) {
      outbox.later(() -> List.of(letters.changed(user)));
    }
  }

  /** An account, and a link to set its password. */
  record Made(UserRow user, ResetLink link) {}

  private List<Letter> write(String email, Client client) {
    Optional<List<Made>> made =
        database.write(
            tx ->
                isFree(tx, email, client)
                    ? Optional.of(links(tx, email, client))
                    : Optional.empty());
    String result = made.map(links -> links.size() + " accounts").orElse("too often");
    LOG.log(Level.INFO, "A new password was asked for from {0}: {1}", client.address(), result);
    if (made.isEmpty() || made.get().isEmpty()) {
      audit.note(
          Actor.stranger(client),
          Action.PASSWORD_RESET_REQUESTED,
          Subject.named(email),
          SecurityEvent.Outcome.FAILURE,
          BY_MAIL.with("reason", made.isEmpty() ? "too often" : "no account"));
    }
    return made.map(this::letters).orElse(List.of());
  }

  private boolean isFree(Tx tx, String email, Client client) {
    return askers.takeFor(tx, client.address())
        && mailboxes.takeNamed(tx, email.toLowerCase(Locale.ROOT));
  }

  private List<Made> links(Tx tx, String email, Client client) {
    return tx.users().byEmail(email, MOST_ACCOUNTS).stream()
        .filter(user -> isStill(tx, user))
        .map(user -> link(tx, user, client))
        .toList();
  }

  private Made link(Tx tx, UserRow user, Client client) {
    audit.record(
        tx, Actor.stranger(client), Action.PASSWORD_RESET_REQUESTED, Subject.of(user), BY_MAIL);
    return new Made(user, ResetLink.make(tx, user, root, clock.instant()));
  }

  /** An account may change until it is locked. */
  private static boolean isStill(Tx tx, UserRow found) {
    return tx.users()
        .lockedUnchanged(found)
        .filter(user -> user.active() && found.email().equals(user.email()))
        .isPresent();
  }

  /** To the address as it is stored, not as somebody typed it: the two may look alike only. */
  private List<Letter> letters(List<Made> made) {
    Map<String, List<Made>> byAddress =
        made.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.user().email(), LinkedHashMap::new, Collectors.toList()));
    return byAddress.entrySet().stream()
        .map(one -> letters.links(one.getKey(), one.getValue()))
        .toList();
  }
}
