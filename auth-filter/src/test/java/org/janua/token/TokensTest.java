package org.janua.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.janua.TestClock;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.AesKey;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the verifier takes and what it does not. */
class TokensTest {

  private static final String SECRET = "0123456789abcdef".repeat(8);

  private final TestClock clock = new TestClock();
  private final Tokens tokens = new Tokens(SECRET, clock);

  @Test
  void a_token_that_was_issued_says_what_went_in() {
    String token = tokens.issue(claims());

    Claims read = tokens.verify(token).orElseThrow();

    assertThat(read.accountId()).isEqualTo("id-1");
    assertThat(read.name()).isEqualTo("Älice");
    assertThat(read.groups()).containsExactlyInAnyOrder("viewer", "board-create");
    assertThat(read.expiresAt()).isEqualTo(clock.instant().plusSeconds(100));
  }

  @Test
  void two_tokens_of_one_session_differ() {
    Claims claims = claims();

    assertThat(tokens.issue(claims)).isNotEqualTo(tokens.issue(claims));
  }

  @Test
  @Tag("JW-06")
  void a_token_is_dead_at_its_expiry_instant_also_when_it_is_remembered() {
    String token = tokens.issue(claims());
    clock.goOn(Duration.ofSeconds(99));
    assertThat(tokens.verify(token)).isPresent();

    clock.goOn(Duration.ofSeconds(1));

    assertThat(tokens.verify(token)).isEmpty();
    assertThat(new Tokens(SECRET, clock).verify(token)).isEmpty();
  }

  @Test
  @Tag("JW-09")
  void no_token_with_a_flipped_bit_is_taken() {
    byte[] token = tokens.issue(claims()).getBytes(StandardCharsets.US_ASCII);
    int lastBits = token.length - 1; // its low bits are padding of Base64 and carry nothing
    for (int at = 0; at < lastBits; at++) {
      for (int bit = 0; bit < 7; bit++) {
        byte[] flipped = token.clone();
        flipped[at] ^= (byte) (1 << bit);
        assertThat(tokens.verify(new String(flipped, StandardCharsets.US_ASCII)))
            .as("byte %d bit %d", at, bit)
            .isEmpty();
      }
    }
  }

  @Test
  void a_token_of_another_key_is_refused() {
    assertThat(tokens.verify(new Tokens("x".repeat(64), clock).issue(claims()))).isEmpty();
  }

  @ParameterizedTest
  @Tag("JW-01")
  @ValueSource(strings = {"none", "None", "noNE", "", "HS384", "HS512", "RS256", "dir"})
  void an_algorithm_that_is_not_ours_is_refused(String algorithm) {
    String[] parts = tokens.issue(claims()).split("\\.");
    String header = base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");

    assertThat(tokens.verify(header + "." + parts[1] + "." + parts[2])).isEmpty();
    assertThat(tokens.verify(header + "." + parts[1] + ".")).isEmpty();
    assertThat(tokens.verify(header + "." + parts[1])).isEmpty();
  }

  @ParameterizedTest
  @Tag("JW-07")
  @ValueSource(strings = {"at+jwt", "janua-state+jwt", "jwt2"})
  void a_token_of_another_type_is_refused(String type) throws JoseException {
    assertThat(tokens.verify(signed(good(), jws -> jws.setHeader("typ", type)))).isEmpty();
  }

  @Test
  @Tag("JW-07")
  void a_token_without_a_type_is_refused() throws JoseException {
    assertThat(tokens.verify(signed(good(), jws -> {}))).isEmpty();
  }

  @ParameterizedTest
  @Tag("JW-07")
  @ValueSource(strings = {"iss", "aud", "sub", "upn", "groups", "sid", "iat", "exp", "jti"})
  void a_token_without_a_claim_is_refused(String claim) throws JoseException {
    JwtClaims claims = good();
    claims.unsetClaim(claim);

    assertThat(tokens.verify(typed(claims))).isEmpty();
  }

  @Test
  @Tag("JW-07")
  void a_token_of_another_issuer_or_for_another_audience_is_refused() throws JoseException {
    JwtClaims issuer = good();
    issuer.setIssuer("somebody");
    JwtClaims audience = good();
    audience.setAudience("somebody");

    assertThat(tokens.verify(typed(issuer))).isEmpty();
    assertThat(tokens.verify(typed(audience))).isEmpty();
    assertThat(tokens.verify(typed(good()))).isPresent();
  }

  @Test
  @Tag("JW-06")
  void a_token_from_the_future_is_refused_beyond_a_minute() throws JoseException {
    JwtClaims soon = good();
    soon.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond() + 60));
    JwtClaims later = good();
    later.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond() + 61));

    assertThat(tokens.verify(typed(soon))).isPresent();
    assertThat(tokens.verify(typed(later))).isEmpty();
  }

  @ParameterizedTest
  @Tag("JW-06")
  @ValueSource(strings = {"\"soon\"", "1e400", "-1", "null", "[1]", "{}", "9223372036854775808"})
  void an_expiry_that_is_no_time_is_refused(String expiry) throws JoseException {
    String payload = good().toJson().replaceFirst("\"exp\":\\d+", "\"exp\":" + expiry);

    assertThat(tokens.verify(raw(payload))).isEmpty();
  }

  @Test
  @Tag("JW-04")
  void an_encrypted_token_is_refused_by_its_shape() throws JoseException {
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.A256KW);
    jwe.setEncryptionMethodHeaderParameter(
        ContentEncryptionAlgorithmIdentifiers.AES_128_CBC_HMAC_SHA_256);
    jwe.setKey(new AesKey(SECRET.substring(0, 32).getBytes(StandardCharsets.UTF_8)));
    jwe.setPayload(typed(good()));

    assertThat(tokens.verify(jwe.getCompactSerialization())).isEmpty();
  }

  @Test
  @Tag("JW-05")
  void a_token_with_anything_around_it_or_too_long_is_refused() {
    String token = tokens.issue(claims());

    assertThat(tokens.verify(" " + token)).isEmpty();
    assertThat(tokens.verify(token + "\n")).isEmpty();
    assertThat(tokens.verify(token + "=")).isEmpty();
    assertThat(tokens.verify("{\"payload\":\"" + token + "\"}")).isEmpty();
    assertThat(tokens.verify("a".repeat(9000) + ".b.c")).isEmpty();
  }

  @Test
  void noise_is_refused_and_breaks_nothing() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 20_000; i++) {
      assertThat(tokens.verify(noise(random) + "." + noise(random) + "." + noise(random)))
          .isEmpty();
    }
  }

  @Test
  void nothing_secret_is_printed() {
    assertThat(claims().toString())
        .contains("redacted")
        .doesNotContain(claims().session().digest());
  }

  private static String noise(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Claims claims() {
    Instant now = clock.instant();
    Set<String> groups = Set.of("viewer", "board-create");
    return new Claims("id-1", "Älice", groups, SessionKey.random(), now, now.plusSeconds(100));
  }

  private JwtClaims good() {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer("janua");
    claims.setAudience("janua");
    claims.setSubject("id-1");
    claims.setStringClaim("upn", "alice");
    claims.setStringListClaim("groups", "viewer");
    claims.setStringClaim("sid", "abc");
    claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond() + 100));
    claims.setGeneratedJwtId();
    return claims;
  }

  private static String typed(JwtClaims claims) throws JoseException {
    return signed(claims, jws -> jws.setHeader("typ", "JWT"));
  }

  private static String signed(JwtClaims claims, Consumer<JsonWebSignature> header)
      throws JoseException {
    return sign(claims.toJson(), header);
  }

  private static String raw(String payload) throws JoseException {
    return sign(payload, jws -> jws.setHeader("typ", "JWT"));
  }

  private static String sign(String payload, Consumer<JsonWebSignature> header)
      throws JoseException {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    header.accept(jws);
    jws.setPayload(payload);
    jws.setKey(new HmacKey(SECRET.getBytes(StandardCharsets.UTF_8)));
    return jws.getCompactSerialization();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
