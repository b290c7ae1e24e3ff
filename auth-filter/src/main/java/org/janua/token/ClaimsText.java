package org.janua.token;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

/** The claims set of a session token as text: written, and read back with every rule applied. */
final class ClaimsText {

  static final String ALGORITHM = AlgorithmIdentifiers.HMAC_SHA256;
  static final String TYPE = "JWT";
  private static final String ISSUER = "janua";
  private static final String AUDIENCE = "janua";
  private static final int SKEW_SECONDS = 60;
  private static final int FARTHEST_EXPIRY_MINUTES = 10 * 366 * 24 * 60;

  private final HmacKey key;
  private final InstantSource clock;

  ClaimsText(HmacKey key, InstantSource clock) {
    this.key = key;
    this.clock = clock;
  }

  String write(Claims claims) {
    JwtClaims jwt = new JwtClaims();
    jwt.setIssuer(ISSUER);
    jwt.setAudience(AUDIENCE);
    jwt.setSubject(claims.accountId());
    jwt.setStringClaim("upn", claims.name());
    jwt.setStringListClaim("groups", claims.groups().stream().sorted().toList());
    jwt.setStringClaim("sid", claims.session().reveal());
    jwt.setIssuedAt(NumericDate.fromSeconds(claims.issuedAt().getEpochSecond()));
    jwt.setExpirationTime(NumericDate.fromSeconds(claims.expiresAt().getEpochSecond()));
    jwt.setGeneratedJwtId();
    return jwt.toJson();
  }

  Optional<Claims> read(String token) {
    try {
      JwtClaims jwt = rules().processToClaims(token);
      return Optional.of(
          new Claims(
              jwt.getSubject(),
              required(jwt, "upn"),
              groups(jwt),
              SessionKey.of(required(jwt, "sid")),
              instant(jwt.getIssuedAt()),
              instant(jwt.getExpirationTime())));
    } catch (InvalidJwtException | MalformedClaimException e) {
      return Optional.empty();
    }
  }

  private JwtConsumer rules() {
    return new JwtConsumerBuilder()
        // RFC 8725 3.1: one key, one algorithm, named here and not by the token
        .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHM))
        .setVerificationKey(key)
        .setExpectedType(true, TYPE) // RFC 8725 3.11
        .setExpectedIssuer(true, ISSUER) // RFC 8725 3.8
        .setExpectedAudience(true, AUDIENCE) // RFC 8725 3.9
        .setRequireSubject()
        .setRequireJwtId()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setMaxFutureValidityInMinutes(FARTHEST_EXPIRY_MINUTES)
        .setIssuedAtRestrictions(SKEW_SECONDS, Integer.MAX_VALUE)
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
        .build();
  }

  private static String required(JwtClaims jwt, String name) throws MalformedClaimException {
    String value = jwt.getStringClaimValue(name);
    if (value == null || value.isEmpty()) {
      throw new MalformedClaimException(name + " is missing");
    }
    return value;
  }

  private static Set<String> groups(JwtClaims jwt) throws MalformedClaimException {
    if (!jwt.hasClaim("groups")) {
      throw new MalformedClaimException("groups is missing");
    }
    return Set.copyOf(jwt.getStringListClaimValue("groups"));
  }

  private static Instant instant(NumericDate date) {
    return Instant.ofEpochSecond(date.getValue());
  }
}
