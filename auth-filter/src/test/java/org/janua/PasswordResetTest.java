package org.janua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.janua.access.Actor;
import org.janua.access.Client;
import org.janua.account.Outcome;
import org.janua.account.Refusal;
import org.janua.account.ResetLink;
import org.janua.api.event.Action;
import org.janua.api.event.SecurityEvent;
import org.janua.api.event.SecurityEvent.Party;
import org.janua.jpa.PasswordHash;
import org.janua.jpa.Tx;
import org.janua.jpa.UserRow;
import org.janua.mail.LetterBox;
import org.janua.provider.credentials.Password;
import org.janua.session.Opened;
import org.janua.signin.SignInResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** New passwords in place of forgotten ones: the mails, the links, and what becomes of both. */
class PasswordResetTest {

  private static final String NEW = "another horse entirely";
  private static final Actor ADMIN =
      new Actor(Optional.empty(), "admin", Optional.empty(), Stage.CLIENT);
  private static final Pattern LINK = Pattern.compile("\\S+#reset=(\\S+)");

  private LetterBox box;
  private Stage stage;

  @BeforeEach
  void open() {
    box = LetterBox.open();
    stage = new Stage(Stage.inMemory(), box.settings());
  }

  @AfterEach
  void close() {
    stage.close();
    box.close();
  }

  @Test
  @Tag("PW-11")
  @Tag("PW-12")
  void whoever_reads_the_mail_sets_a_new_password_and_everybody_else_is_out() throws Exception {
    Opened session = member("alice", "Alice@Example.org");
    lockOut("alice");

    ask("alice@example.ORG");
    MimeMessage letter = box.await(1).get(0);
    assertThat(letter.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("Alice@Example.org");
    assertThat(letter.getSubject()).isEqualTo("Set a new password for apps.example.org/shop");
    assertThat(LetterBox.text(letter))
        .contains("alice\nhttps://apps.example.org/shop/auth/login#reset=")
        .contains("works once, and for 60 minutes");

    assertThat(isDone(apply(token(letter), NEW))).isTrue();
    assertThat(stage.attempt("alice", NEW)).isInstanceOf(SignInResult.SignedIn.class);
    assertThat(stage.attempt("alice", Stage.PASSWORD)).isInstanceOf(SignInResult.Refused.class);
    assertThat(stage.withCookie(session).caller()).isEmpty();

    MimeMessage news = box.await(2).get(1);
    assertThat(news.getSubject()).isEqualTo("Your password for apps.example.org/shop was changed");
    assertThat(LetterBox.text(news))
        .contains("the password of alice at", Stage.BASE_URL + "/auth/login#forgotten")
        .doesNotContain("reset=");
  }

  @Test
  @Tag("EN-04")
  void nothing_comes_of_an_address_that_is_unknown_or_whose_accounts_cannot_sign_in() {
    member("alice", "alice@example.org");
    member("bob", "bob@example.org");
    stage.addUserWithoutPassword("carol");
    setEmail("carol", "carol@example.org");
    deactivate("bob");

    for (String email :
        List.of(
            "bob@example.org",
            "carol@example.org",
            "nobody@example.org",
            "alice@example.or_",
            "not an address",
            "\0",
            "x".repeat(60_000))) {
      ask(email);
    }
    stage.close(); // waits for what is under way
    assertThat(box.all()).isEmpty();
  }

  @Test
  void each_account_of_an_address_gets_a_link_of_its_own_in_one_mail() {
    member("alice", "family@example.org");
    member("bob", "family@example.org");
    ask("family@example.org");

    String text = LetterBox.text(box.await(1).get(0));
    List<String> tokens = LINK.matcher(text).results().map(found -> found.group(1)).toList();
    assertThat(text).containsSubsequence("\nalice\nhttps://", "\nbob\nhttps://");
    assertThat(tokens).hasSize(2).doesNotHaveDuplicates();

    assertThat(isDone(apply(tokens.get(1), NEW))).isTrue();
    assertThat(stage.attempt("bob", NEW)).isInstanceOf(SignInResult.SignedIn.class);
    assertThat(stage.attempt("alice", Stage.PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void one_mailbox_is_not_filled_however_many_ask() {
    member("alice", "alice@example.org");
    for (int i = 0; i < 8; i++) {
      stage.janua.forgottenPassword().orElseThrow().ask("ALICE@example.org", from("10.0.0." + i));
    }
    stage.close();
    assertThat(box.all()).hasSize(3);
  }

  @Test
  void one_client_does_not_ask_for_everybody() {
    for (int i = 0; i < 25; i++) {
      stage.addUser("user" + i, "viewer");
      setEmail("user" + i, "user" + i + "@example.org");
    }
    for (int i = 0; i < 25; i++) {
      ask("user" + i + "@example.org");
    }
    stage.close();
    assertThat(box.all()).hasSize(20); // as many as passwords may be tried in vain in a minute
  }

  @Test
  void a_password_that_breaks_a_rule_leaves_the_link_as_it_is() {
    member("alice", "alice@example.org");
    String token = linked("alice");

    assertThat(refusal(apply(token, "too short")).field()).isEqualTo("password");
    assertThat(refusal(apply(token, "alice@example.org")).field()).isEqualTo("password");
    assertThat(isDone(apply(token, NEW))).isTrue();
  }

  @Test
  @Tag("PW-11")
  void twenty_who_use_a_link_at_once_are_one() throws Exception {
    useTogether(stage);
  }

  @Test
  @Tag("PW-11")
  void twenty_who_use_a_link_at_once_are_one_on_postgresql_too() throws Exception {
    try (Stage other = new Stage(PostgresServer.running().newDatabase(), box.settings())) {
      useTogether(other);
    }
  }

  private static void useTogether(Stage stage) throws Exception {
    stage.addUser("alice", "viewer");
    String token = token(made(stage.janua.passwordReset().linkFor(ADMIN, "alice", "")).reveal());

    List<Boolean> done =
        Crowd.together(
            20,
            i ->
                () -> {
                  Password password = Password.of(NEW + i);
                  return isDone(
                      stage.janua.passwordReset().apply(token, password, from("10.0.0." + i)));
                });

    assertThat(done).filteredOn(one -> one).hasSize(1);
    assertThat(stage.attempt("alice", NEW + done.indexOf(true)))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  @Tag("PW-11")
  void a_link_dies_with_its_use_its_hour_and_whatever_it_was_given_for() {
    List<Consumer<String>> ends =
        List.of(
            name -> stage.clock.goOn(Duration.ofHours(1)),
            name -> isDone(apply(linked(name), NEW)),
            name -> setPassword(name, NEW),
            name -> setEmail(name, "other@example.org"),
            this::deactivate,
            name -> write(tx -> tx.users().remove(id(name))));
    for (int i = 0; i < ends.size(); i++) {
      String name = "user" + i;
      stage.addUser(name, "viewer");
      String token = linked(name);
      ends.get(i).accept(name);

      assertThat(refusal(apply(token, NEW + " again")).field()).as("end " + i).isEqualTo("token");
    }
  }

  @Test
  void a_link_survives_what_does_not_concern_it() {
    member("alice", "alice@example.org");
    String token = linked("alice");
    stage.signIn("alice");
    linked("alice");

    assertThat(isDone(apply(token, NEW))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "\0", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void what_is_no_link_is_refused_in_the_same_words(String token) {
    Refusal refusal = refusal(apply(token, NEW));

    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
    assertThat(refusal.message())
        .isEqualTo("This link is not good, or not any more. Ask for a new one.");
  }

  @Test
  @Tag("RL-09")
  void who_guesses_at_links_is_stopped_like_who_guesses_at_passwords() {
    for (int i = 0; i < 20; i++) {
      apply("guess " + i, NEW);
    }
    stage.addUser("alice", "viewer");

    assertThat(refusal(apply(linked("alice"), NEW)).kind()).isEqualTo(Refusal.Kind.LIMITED);
    assertThat(stage.attempt("alice", Stage.PASSWORD)).isInstanceOf(SignInResult.Limited.class);
  }

  @Test
  void a_broken_rule_and_a_lost_race_count_for_nothing() {
    stage.addUser("alice", "viewer");
    String token = linked("alice");
    for (int i = 0; i < 25; i++) {
      apply(token, "short");
    }
    assertThat(isDone(apply(token, NEW))).isTrue();
  }

  @Test
  @Tag("AZ-13")
  void an_administrator_hands_out_a_link_and_the_user_chooses_the_password() {
    stage.addUserWithoutPassword("alice");
    ResetLink link = made(stage.janua.passwordReset().linkFor(ADMIN, "ALICE", "http://here"));

    assertThat(link.reveal()).startsWith("http://here/auth/login#reset=");
    assertThat(link.toString()).doesNotContain("reset=");
    assertThat(link.expiresAt()).isEqualTo(stage.clock.instant().plus(Duration.ofHours(1)));
    assertThat(isDone(apply(token(link.reveal()), NEW))).isTrue();
    assertThat(stage.attempt("alice", NEW)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void a_link_is_made_for_nobody_else_than_an_active_other() {
    stage.addUser("alice", "admin");
    stage.addUser("bob", "viewer");
    Actor alice =
        new Actor(Optional.of(stage.row("alice").id()), "alice", Optional.empty(), Stage.CLIENT);
    deactivate("bob");

    assertThat(kind(alice, "alice")).isEqualTo(Refusal.Kind.FORBIDDEN);
    assertThat(kind(alice, "bob")).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(kind(alice, "nobody")).isEqualTo(Refusal.Kind.NOT_FOUND);
    assertThat(kind(alice, "no name")).isEqualTo(Refusal.Kind.NOT_FOUND);
  }

  @Test
  @Tag("AZ-13")
  void what_is_asked_for_and_what_is_done_is_written_down_without_the_link() {
    UserRow alice = memberRow("alice", "alice@example.org");
    ask("alice@example.org");
    String token = token(box.await(1).get(0));
    apply(token, NEW);
    apply(token, NEW);
    stage.janua.passwordReset().linkFor(ADMIN, "alice", "");

    Party owner = new Party(alice.id(), "alice");
    Party stranger = new Party("", "anonymous");
    assertThat(written())
        .extracting(
            SecurityEvent::action,
            SecurityEvent::actor,
            SecurityEvent::subject,
            e -> e.details().get("by"))
        .containsExactly(
            tuple(Action.PASSWORD_RESET_REQUESTED, stranger, owner, "mail"),
            tuple(Action.PASSWORD_CHANGED, owner, owner, "link"),
            tuple(Action.PASSWORD_CHANGED, stranger, Party.NONE, "link"),
            tuple(Action.PASSWORD_RESET_REQUESTED, new Party("", "admin"), owner, "administrator"));
    assertThat(written().toString()).doesNotContain(token);
  }

  @Test
  void what_is_asked_for_in_vain_is_written_down_too() {
    ask("nobody@example.org\nforged");
    stage.close();

    assertThat(written())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.outcome()).isEqualTo(SecurityEvent.Outcome.FAILURE);
              assertThat(event.subject().name()).isEqualTo("nobody@example.org\\u{a}forged");
              assertThat(event.details()).containsEntry("reason", "no account");
            });
  }

  private List<SecurityEvent> written() {
    return stage.events.stream()
        .filter(
            event ->
                event.action() == Action.PASSWORD_CHANGED
                    || event.action() == Action.PASSWORD_RESET_REQUESTED)
        .toList();
  }

  private UserRow memberRow(String name, String email) {
    member(name, email);
    return stage.row(name);
  }

  private Refusal.Kind kind(Actor actor, String name) {
    return refusal(stage.janua.passwordReset().linkFor(actor, name, "")).kind();
  }

  /** A user with this address, signed in. */
  private Opened member(String name, String email) {
    stage.addUser(name, "viewer");
    setEmail(name, email);
    return stage.signIn(name);
  }

  private void setEmail(String name, String email) {
    write(tx -> tx.users().setProfile(id(name), null, email, null));
  }

  private void setPassword(String name, String password) {
    PasswordHash hash = stage.janua.hashing().hash(Password.of(password)).orElseThrow();
    write(tx -> tx.users().setPassword(id(name), hash, stage.clock.instant()));
  }

  private void deactivate(String name) {
    write(tx -> tx.users().setActive(id(name), false));
  }

  private void write(Function<Tx, Boolean> change) {
    assertThat(stage.database.write(change)).isTrue();
  }

  private String id(String name) {
    return stage.row(name).id();
  }

  private void lockOut(String name) {
    for (int i = 0; i < 10; i++) {
      stage.attempt(name, "wrong", from("10.1.0." + i));
    }
    assertThat(stage.attempt(name, Stage.PASSWORD)).isInstanceOf(SignInResult.Refused.class);
  }

  private void ask(String email) {
    stage.janua.forgottenPassword().orElseThrow().ask(email, Stage.CLIENT);
  }

  private Outcome<UserRow> apply(String token, String password) {
    return stage.janua.passwordReset().apply(token, Password.of(password), Stage.CLIENT);
  }

  /** What stands in a link that an administrator made. */
  private String linked(String name) {
    return token(made(stage.janua.passwordReset().linkFor(ADMIN, name, "")).reveal());
  }

  private static String token(MimeMessage letter) {
    return token(LetterBox.text(letter));
  }

  private static String token(String text) {
    return LINK.matcher(text).results().findFirst().orElseThrow().group(1);
  }

  private static ResetLink made(Outcome<ResetLink> outcome) {
    return outcome.fold(
        link -> link,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static boolean isDone(Outcome<?> outcome) {
    return outcome.fold(done -> true, refusal -> false);
  }

  private static <T> Refusal refusal(Outcome<T> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError(done);
        },
        refusal -> refusal);
  }

  private static Client from(String address) {
    return new Client(address, "test");
  }
}
