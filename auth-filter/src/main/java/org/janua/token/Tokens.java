package org.janua.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.janua.digest.Sha256;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Issues session tokens and checks those that come back. A token that was checked once is
 * remembered by the digest of its text, so a signed-in request costs one SHA-256 and a look-up; the
 * entry is refused from the token's {@code exp} on, whatever the cache holds. Thread-safe.
 */
public final class Tokens {

  /** RFC 7515 7.1: exactly three parts, each of the base64url alphabet. */
  private static final Pattern SHAPE = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  private static final int LONGEST = 8192;
  private static final int REMEMBERED = 20_000;

  private final HmacKey key;
  private final InstantSource clock;
  private final ClaimsText text;
  private final Cache<ByteBuffer, Claims> verified =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * Uses a shared secret.
   *
   * @param secret the signing key; its UTF-8 bytes are the HMAC key (RFC 7518 3.2: at least 256
   *     bits)
   * @param clock where "now" comes from
   */
  public Tokens(String secret, InstantSource clock) {
    this.key = new HmacKey(secret.getBytes(StandardCharsets.UTF_8));
    this.clock = clock;
    this.text = new ClaimsText(key, clock);
  }

  /** The compact form of a signed token with these claims and a fresh {@code jti}. */
  public String issue(Claims claims) {
    JsonWebSignature jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(ClaimsText.ALGORITHM);
    jws.setHeader("typ", ClaimsText.TYPE);
    jws.setPayload(text.write(claims));
    jws.setKey(key);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a token could not be signed", e);
    }
  }

  /**
   * Checks a token.
   *
   * @return its claims; empty when it is malformed, forged, of another kind, or not valid now
   */
  public Optional<Claims> verify(String token) {
    if (token.length() > LONGEST || !SHAPE.matcher(token).matches()) {
      return Optional.empty();
    }
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(token));
    Claims known = verified.getIfPresent(digest);
    if (known != null) {
      return Optional.of(known).filter(this::isAlive);
    }
    Optional<Claims> claims = text.read(token).filter(this::isAlive);
    claims.ifPresent(good -> verified.put(digest, good));
    return claims;
  }

  private boolean isAlive(Claims claims) {
    return clock.instant().isBefore(claims.expiresAt()); // RFC 7519 4.1.4: dead at exp itself
  }
}
