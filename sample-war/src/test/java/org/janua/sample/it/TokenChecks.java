package org.janua.sample.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.janua.sample.it.http.Call;
import org.janua.sample.it.http.ForgedToken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that were tampered with, even by somebody who holds the signing secret. */
abstract class TokenChecks {

  @Test
  void a_token_signed_anew_with_the_same_text_passes_so_that_the_other_checks_mean_something(
      Site site) {
    assertThat(status(site, signed(site, genuine(site)))).isEqualTo(200);
  }

  @ParameterizedTest
  @Tag("JW-01")
  @ValueSource(strings = {"none", "None", "noNE", ""})
  void a_token_without_a_signature_is_refused(String algorithm, Site site) {
    ForgedToken token = genuine(site).header("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
    assertThat(status(site, token.unsigned())).isEqualTo(401);
    assertThat(status(site, token.unsigned().replaceAll("\\.$", ""))).isEqualTo(401);
    assertThat(status(site, token.withOldSignature())).isEqualTo(401);
  }

  @Test
  @Tag("JW-02")
  void another_algorithm_of_the_same_key_is_refused(Site site) {
    ForgedToken token = genuine(site).header("{\"alg\":\"HS512\",\"typ\":\"JWT\"}");
    assertThat(status(site, token.signed("HmacSHA512", secret(site)))).isEqualTo(401);
  }

  @Test
  @Tag("JW-02")
  void another_secret_is_refused(Site site) {
    assertThat(status(site, genuine(site).signed("HmacSHA256", "x".repeat(128)))).isEqualTo(401);
  }

  @ParameterizedTest
  @Tag("JW-03")
  @ValueSource(
      strings = {
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"crit\":[\"x\"],\"x\":1}",
        "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"HS256\"}"
      })
  void a_header_that_asks_for_more_or_names_another_kind_is_refused(String header, Site site) {
    assertThat(status(site, signed(site, genuine(site).header(header)))).isEqualTo(401);
  }

  @Test
  @Tag("JW-04")
  void an_encrypted_token_is_refused_by_its_shape(Site site) {
    String jwe = "eyJhbGciOiJQQkVTMi1IUzI1NitBMTI4S1ciLCJwMmMiOjIxNDc0ODM2NDd9.YQ.YQ.YQ.YQ";
    assertThat(status(site, jwe)).isEqualTo(401);
  }

  @Test
  @Tag("JW-05")
  void a_token_with_padding_blanks_or_of_great_length_is_refused(Site site) {
    String token = site.admin().token();
    for (String odd : List.of(token + "=", token + ".", token + " x", token + "a".repeat(9000))) {
      assertThat(status(site, odd)).isIn(400, 401, 431);
    }
  }

  @Test
  @Tag("JW-06")
  void times_are_required_and_must_fit(Site site) {
    ForgedToken token = genuine(site);
    long now = Instant.now().getEpochSecond();
    assertThat(status(site, signed(site, token.withoutClaim("exp")))).isEqualTo(401);
    assertThat(status(site, signed(site, token.claim("exp", Long.toString(now - 120)))))
        .isEqualTo(401);
    assertThat(status(site, signed(site, token.claim("exp", "\"soon\"")))).isEqualTo(401);
    assertThat(status(site, signed(site, token.claim("exp", "1e400")))).isEqualTo(401);
    assertThat(status(site, signed(site, token.claim("iat", Long.toString(now + 600)))))
        .isEqualTo(401);
    assertThat(status(site, signed(site, token.claim("nbf", Long.toString(now + 600)))))
        .isEqualTo(401);
  }

  @ParameterizedTest
  @Tag("JW-07")
  @ValueSource(strings = {"iss", "aud", "sub", "sid"})
  void who_it_is_from_and_for_must_be_right(String claim, Site site) {
    ForgedToken token = genuine(site);
    assertThat(status(site, signed(site, token.withoutClaim(claim)))).isEqualTo(401);
    assertThat(status(site, signed(site, token.claim(claim, "\"another\"")))).isEqualTo(401);
  }

  @Test
  @Tag("JW-09")
  void a_flipped_bit_anywhere_is_refused(Site site) {
    String token = site.admin().token();
    int signature = token.lastIndexOf('.') + 1;
    for (int at : List.of(3, token.indexOf('.') + 5, signature, signature + 20)) {
      char other = token.charAt(at) == 'A' ? 'B' : 'A';
      String flipped = token.substring(0, at) + other + token.substring(at + 1);
      assertThat(status(site, flipped)).as("at %d", at).isEqualTo(401);
    }
  }

  @Test
  void groups_written_into_a_token_give_no_rights(Site site) {
    Site.Person viewer = site.newPerson("viewer");
    ForgedToken token = ForgedToken.from(viewer.token()).claim("groups", "[\"admin\"]");
    assertThat(site.send(Call.get("/api/admin").bearer(signed(site, token))).status())
        .isEqualTo(403);
  }

  @Test
  void a_token_says_what_other_services_need(Site site) {
    var claims = genuine(site).claims();
    assertThat(claims.keySet())
        .contains("iss", "sub", "upn", "groups", "iat", "exp", "jti", "sid", "aud");
    assertThat(claims.getString("upn")).isEqualTo(site.admin().name());
    assertThat(claims.getJsonArray("groups").toString()).contains("\"admin\"");
  }

  private static ForgedToken genuine(Site site) {
    return ForgedToken.from(site.admin().token());
  }

  private static String signed(Site site, ForgedToken token) {
    return token.signed("HmacSHA256", secret(site));
  }

  private static int status(Site site, String token) {
    return site.send(Call.get("/api/me").bearer(token)).status();
  }

  private static String secret(Site site) {
    try {
      return Files.readString(site.data().resolve(".jwt_secret")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
