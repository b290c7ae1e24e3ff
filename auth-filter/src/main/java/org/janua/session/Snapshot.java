package org.janua.session;

import java.time.Instant;
import java.util.Optional;
import org.janua.access.Contact;
import org.janua.access.Entitlement;
import org.janua.access.Identity;
import org.janua.jpa.LiveSession;
import org.janua.jpa.SessionRow;
import org.janua.jpa.UserRow;
import org.janua.token.Claims;
import org.janua.token.SessionKey;

/**
 * A session and the rights of its user as the database held them a moment ago.
 *
 * @param identity who the session belongs to
 * @param expiresAt when the row says the session expires, unless it is prolonged
 * @param endsAt the absolute limit, whatever is prolonged
 * @param remember whether the longer length applies
 */
public record Snapshot(Identity identity, Instant expiresAt, Instant endsAt, boolean remember) {

  static Snapshot of(LiveSession live, Entitlement entitlement) {
    UserRow user = live.user();
    SessionRow row = live.session();
    Identity identity =
        new Identity(
            Optional.of(user.id()),
            Optional.of(row.id()),
            user.username(),
            user.role(),
            entitlement,
            Contact.of(user.displayName(), user.email()));
    return new Snapshot(identity, row.expiresAt(), row.endsAt(), row.remember());
  }

  /** The claims of a token that carries this session from now on. */
  Claims claims(SessionKey key, Instant now) {
    return new Claims(
        identity.accountId().orElseThrow(), identity.name(), identity.roles(), key, now, expiresAt);
  }

  boolean isOf(String accountId) {
    return identity.accountId().equals(Optional.of(accountId));
  }

  boolean isAliveFor(Claims claims, Instant now) {
    return isOf(claims.accountId()) && now.isBefore(expiresAt);
  }
}
