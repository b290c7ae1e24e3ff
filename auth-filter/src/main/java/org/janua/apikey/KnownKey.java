package org.janua.apikey;

import java.time.Instant;
import java.util.Optional;
import org.janua.access.ApiKey;
import org.janua.access.Contact;
import org.janua.access.Entitlement;
import org.janua.access.Identity;
import org.janua.access.Rights;
import org.janua.jpa.ApiKeyRow;
import org.janua.jpa.LiveApiKey;
import org.janua.jpa.UserRow;

/**
 * A key and the rights it has, as the database held them a moment ago.
 *
 * @param identity whom it acts for, with the rights it has, and which key it is
 * @param expiresAt when it dies; empty: never
 */
public record KnownKey(Identity identity, Optional<Instant> expiresAt) {

  /** A key that is not limited is its owner; a limited one has their name, and no role. */
  static KnownKey of(LiveApiKey live, Entitlement ofOwner, Rights rights) {
    ApiKeyRow key = live.key();
    UserRow owner = live.user();
    Identity identity =
        new Identity(
            Optional.of(owner.id()),
            Optional.empty(),
            Optional.of(new ApiKey(key.id(), key.description())),
            owner.username(),
            key.permissions().isPresent() ? "" : owner.role(),
            key.permissions().map(chosen -> rights.limited(ofOwner, chosen)).orElse(ofOwner),
            Contact.of(owner.displayName(), owner.email()));
    return new KnownKey(identity, key.expiresAt());
  }

  String id() {
    return identity.key().orElseThrow().id();
  }

  boolean isOf(String accountId) {
    return identity.accountId().equals(Optional.of(accountId));
  }

  boolean isAlive(Instant now) {
    return expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
