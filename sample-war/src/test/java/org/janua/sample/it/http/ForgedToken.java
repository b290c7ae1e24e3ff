package org.janua.sample.it.http;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token made out of a genuine one by somebody who may even know the signing secret. */
public final class ForgedToken {

  private final String header;
  private final String claims;
  private final String signature;

  private ForgedToken(String header, String claims, String signature) {
    this.header = header;
    this.claims = claims;
    this.signature = signature;
  }

  /** Takes a genuine token apart. */
  public static ForgedToken from(String genuine) {
    String[] parts = genuine.split("\\.");
    return new ForgedToken(decode(parts[0]), decode(parts[1]), parts[2]);
  }

  public JsonObject claims() {
    return parse(claims);
  }

  /** Replaces the header by this text. */
  public ForgedToken header(String json) {
    return new ForgedToken(json, claims, signature);
  }

  /** Sets a claim to this JSON value. */
  public ForgedToken claim(String name, String jsonValue) {
    return claims(
        object ->
            Json.createObjectBuilder(object)
                .add(name, parse("{\"v\":" + jsonValue + "}").get("v"))
                .build());
  }

  public ForgedToken withoutClaim(String name) {
    return claims(object -> Json.createObjectBuilder(object).remove(name).build());
  }

  /** Signs with HMAC of the named hash, such as {@code HmacSHA256}. */
  public String signed(String algorithm, String secret) {
    String input = encode(header) + "." + encode(claims);
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      byte[] code = mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leaves the genuine signature under the changed text. */
  public String withOldSignature() {
    return unsigned() + signature;
  }

  /** Ends with a dot and nothing behind it. */
  public String unsigned() {
    return encode(header) + "." + encode(claims) + ".";
  }

  private ForgedToken claims(UnaryOperator<JsonObject> change) {
    return new ForgedToken(header, change.apply(parse(claims)).toString(), signature);
  }

  private static JsonObject parse(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String decode(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
