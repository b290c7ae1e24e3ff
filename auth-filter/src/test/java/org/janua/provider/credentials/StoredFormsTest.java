package org.janua.provider.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.janua.jpa.PasswordHash;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The forms of stored hashes, whatever new ones look like. The hashes were made by other programs:
 * the public vectors of jBCrypt, and the bcrypt and argon2 of Python.
 */
class StoredFormsTest {

  private static final String HORSE = "correct horse battery";
  private static final String LETTERS = "pässwörd-日本語-12";
  private static final String TAIL = "$ABEiM0RVZneImaq7zN3u/w$";

  private final PasswordHashing hashing = PasswordHashing.pbkdf2(1_000, 2);

  static Stream<Arguments> hashesMadeElsewhere() {
    return Stream.of(
        Arguments.of("", "$2a$08$HqWuK6/Ng6sg9gQzbLrgb.Tl.ZHfXLhvt/SgVyWhQqgqcZ7ZuUtye"),
        Arguments.of("a", "$2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V."),
        Arguments.of("abc", "$2a$10$WvvTPHKwdBJ3uk0Z37EMR.hLA2W6N9AEBhEgrAOljy2Ae5MtaSIUi"),
        Arguments.of(HORSE, "$2b$10$cfcvVd2aQ8CMvoMpP2EBfe5AnWXft3ebWthkD5fSYAb3bPcXvjgvu"),
        Arguments.of(LETTERS, "$2a$08$cfcvVd2aQ8CMvoMpP2EBfeduP8FB/i.0vzPf/9.otFGKECjSzVi/."),
        Arguments.of(LETTERS, "$2b$08$cfcvVd2aQ8CMvoMpP2EBfeduP8FB/i.0vzPf/9.otFGKECjSzVi/."),
        Arguments.of(LETTERS, "$2y$08$cfcvVd2aQ8CMvoMpP2EBfeduP8FB/i.0vzPf/9.otFGKECjSzVi/."),
        Arguments.of(
            "a".repeat(72), "$2b$08$cfcvVd2aQ8CMvoMpP2EBfepemJrN9EpzvkssGk8qSaNcoAjpjP5pK"),
        Arguments.of(
            HORSE, "bcrypt_sha256$$2b$08$cfcvVd2aQ8CMvoMpP2EBfeTSuPDCFTOdYzpCfQWA5SXtGFxvqQ2Ae"),
        Arguments.of(
            LETTERS, "bcrypt_sha256$$2b$08$cfcvVd2aQ8CMvoMpP2EBfecoLSjrRCRCjdK//JHx/eFe09pWtKGyS"),
        Arguments.of(
            "a".repeat(100),
            "bcrypt_sha256$$2b$08$cfcvVd2aQ8CMvoMpP2EBfel0K2eVxPLty1E1yd2NytAaSf03FGorK"),
        Arguments.of(
            HORSE,
            "$argon2id$v=19$m=19456,t=2,p=1"
                + TAIL
                + "E+BATt0t9IhfZ13ew9HMDdckQJndJtC5MHHEUdhxyaQ"),
        Arguments.of(
            HORSE,
            "$argon2id$v=19$m=47104,t=1,p=1"
                + TAIL
                + "2Jxw7vlYdPdtkMg7fD/3xWAJ+bSQO3e720+IHfDvq4Y"),
        Arguments.of(
            HORSE,
            "$argon2id$v=19$m=12288,t=3,p=1"
                + TAIL
                + "XzSVKlL/vMjGNO9u6gL6HIsmEpo9f9AOoXD43pkMi8Y"),
        Arguments.of(
            HORSE,
            "$argon2id$v=19$m=9216,t=4,p=1" + TAIL + "xCgOXf9bo5EKi6cTqEAxfJgJdCIrchObb9BwwjqpCOw"),
        Arguments.of(
            HORSE,
            "$argon2id$v=19$m=7168,t=5,p=1" + TAIL + "Yz7GltKWLNmuEz+vIFoXkaHZPSnI3fpGNgoY/2EYQMU"),
        Arguments.of(
            LETTERS,
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ"
                + "$TOZ8T7fWGqptmXBKz3IoqmtVmSsMRfil/orXNNckcPw"));
  }

  @ParameterizedTest
  @MethodSource("hashesMadeElsewhere")
  void a_hash_made_elsewhere_verifies_and_only_its_own_password(String password, String stored) {
    long before = hashing.count();

    assertThat(verify(password, stored)).isTrue();
    assertThat(verify(password + "x", stored)).isFalse();

    assertThat(hashing.count() - before).isEqualTo(2);
  }

  @ParameterizedTest
  @Tag("PW-04")
  @ValueSource(
      strings = {
        "$2a$31$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.",
        "$2a$16$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.",
        "$2a$07$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.",
        "$2x$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.",
        "$2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V",
        "$2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.\n",
        "$2$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.",
        "bcrypt_sha256$$2b$31$cfcvVd2aQ8CMvoMpP2EBfeTSuPDCFTOdYzpCfQWA5SXtGFxvqQ2Ae",
        "$argon2id$v=19$m=2147483647,t=2,p=1$c29tZXNhbHQ$TOZ8T7fWGqptmXBKz3IoqmtVmSsMRfil/orXNNckcPw",
        "$argon2id$v=19$m=19456,t=9,p=1$c29tZXNhbHQ$TOZ8T7fWGqptmXBKz3IoqmtVmSsMRfil/orXNNckcPw",
        "$argon2id$v=19$m=19456,t=2,p=255$c29tZXNhbHQ$TOZ8T7fWGqptmXBKz3IoqmtVmSsMRfil/orXNNckcPw",
        "$argon2id$v=16$m=19456,t=2,p=1$c29tZXNhbHQ$TOZ8T7fWGqptmXBKz3IoqmtVmSsMRfil/orXNNckcPw",
        "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$TOZ8T7fWGqptmXBKz3IoqmtVmSsMRfil/orXNNckcPw",
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$TOZ8",
      })
  void a_form_or_cost_that_is_not_accepted_never_verifies_and_costs_one_hash(String stored) {
    long before = hashing.count();

    assertThat(verify("a", stored)).isFalse();
    assertThat(verify(LETTERS, stored)).isFalse();

    assertThat(hashing.count() - before).isEqualTo(2);
  }

  @Test
  @Tag("PW-03")
  void a_plain_bcrypt_hash_matches_nothing_that_it_would_cut() {
    String of72 = "$2b$08$cfcvVd2aQ8CMvoMpP2EBfepemJrN9EpzvkssGk8qSaNcoAjpjP5pK";
    String ofA = "$2a$08$cfcvVd2aQ8CMvoMpP2EBfeodLEkkFJ9umNEfPD18.hUF62qqlC/V.";

    assertThat(verify("a".repeat(72), of72)).isTrue();
    assertThat(verify("a".repeat(73), of72)).isFalse();
    assertThat(verify("a", ofA)).isTrue();
    assertThat(verify("a\0", ofA)).isFalse();
    assertThat(verify("a\0a\0a", ofA)).isFalse();
  }

  @ParameterizedTest
  @Tag("PW-03")
  @MethodSource("algorithms")
  void passwords_that_are_equal_in_72_bytes_or_before_a_nul_differ(PasswordHashing algorithm) {
    PasswordHash hash = hash(algorithm, "ä".repeat(36) + "one");

    assertThat(algorithm.verify(Password.of("ä".repeat(36) + "two"), Optional.of(hash)))
        .contains(false);
    PasswordHash ofA = hash(algorithm, "a");
    assertThat(algorithm.verify(Password.of("a\0b"), Optional.of(ofA))).contains(false);
    assertThat(algorithm.verify(Password.of("a\0"), Optional.of(ofA))).contains(false);
  }

  @ParameterizedTest
  @Tag("PW-02")
  @MethodSource("algorithms")
  void the_longest_password_verifies_and_one_character_more_does_not(PasswordHashing algorithm) {
    String longest = "🐎 ".repeat(127) + "日本";
    PasswordHash hash = hash(algorithm, longest);

    assertThat(Password.of(longest).length()).isEqualTo(Password.LONGEST);
    assertThat(algorithm.verify(Password.of(longest), Optional.of(hash))).contains(true);
    assertThat(algorithm.verify(Password.of(longest + "x"), Optional.of(hash))).contains(false);
  }

  @ParameterizedTest
  @Tag("PW-06")
  @MethodSource("algorithms")
  void composed_and_decomposed_letters_match_but_full_width_ones_do_not(PasswordHashing algorithm) {
    PasswordHash hash = hash(algorithm, "cafe\u0301 au lait A");

    assertThat(algorithm.verify(Password.of("caf\u00e9 au lait A"), Optional.of(hash)))
        .contains(true);
    assertThat(algorithm.verify(Password.of("caf\u00e9 au lait \uff21"), Optional.of(hash)))
        .contains(false);
  }

  static List<PasswordHashing> algorithms() {
    return List.of(
        PasswordHashing.pbkdf2(1_000, 2), PasswordHashing.bcrypt(2), PasswordHashing.argon2id(2));
  }

  @Test
  void new_hashes_have_a_published_form_and_a_salt_of_their_own() {
    List<PasswordHashing> all = algorithms();

    assertThat(hash(all.get(1), HORSE).reveal())
        .matches("bcrypt_sha256\\$\\$2b\\$12\\$[./A-Za-z0-9]{53}");
    assertThat(hash(all.get(2), HORSE).reveal())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    for (PasswordHashing algorithm : all) {
      assertThat(hash(algorithm, HORSE).reveal()).isNotEqualTo(hash(algorithm, HORSE).reveal());
    }
  }

  @Test
  void half_a_surrogate_pair_matches_no_question_mark() {
    PasswordHash hash = hash(hashing, "?");

    assertThat(hashing.verify(Password.of("\ud800"), Optional.of(hash))).contains(false);
    assertThat(hashing.verify(Password.of("?"), Optional.of(hash))).contains(true);
  }

  private static PasswordHash hash(PasswordHashing algorithm, String password) {
    return algorithm.hash(Password.of(password)).orElseThrow();
  }

  private boolean verify(String password, String stored) {
    return hashing
        .verify(Password.of(password), Optional.of(PasswordHash.of(stored)))
        .orElseThrow();
  }
}
