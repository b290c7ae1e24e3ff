package org.janua.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Everything that was configured, checked and consistent.
 *
 * @param carrier what tells the application who is calling
 * @param cookie the token's cookie
 * @param session how long a sign-in lasts, and how many one user may have
 * @param passwords rules and cost of passwords
 * @param throttling how many passwords may be tried in vain
 * @param ingress by which ways requests reach the application
 * @param database where the tables are
 * @param protectApplication whether the same-origin rule also guards the application's own paths
 * @param dataDirectory absolute; exists and can be written
 * @param secret what signs tokens
 * @param permissions the application's permission keys, in the order of the file, each with those
 *     it implies
 * @param roles the custom roles and the types of things they may read
 * @param signIn who may say who is calling
 * @param audit what becomes of the audit log
 * @param fingerprints by what it is noticed that a key says something else than before
 * @param mail how mails are sent; empty: none are, else {@link Ingress#baseUrl} is there
 */
public record Settings(
    Carrier carrier,
    Cookie cookie,
    SessionLimits session,
    Passwords passwords,
    Throttling throttling,
    Ingress ingress,
    Database database,
    boolean protectApplication,
    Path dataDirectory,
    SigningSecret secret,
    Map<String, Set<String>> permissions,
    RoleSettings roles,
    SignInWays signIn,
    Auditing audit,
    SortedMap<String, String> fingerprints,
    Optional<Mail> mail) {
  /** Keeps the order of the keys. */
  public Settings {
    permissions = Collections.unmodifiableMap(new LinkedHashMap<>(permissions));
  }
}
