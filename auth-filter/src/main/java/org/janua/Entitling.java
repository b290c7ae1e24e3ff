package org.janua;

import java.util.List;
import org.janua.config.CustomRole;
import org.janua.entitlement.ConfiguredRoles;
import org.janua.entitlement.Entitlements;
import org.janua.entitlement.RoleBook;

/**
 * The part of Janua that knows what callers have, wired.
 *
 * @param configured the roles of the configuration
 * @param roles the roles, as a request needs them
 * @param entitlements what callers have
 */
record Entitling(ConfiguredRoles configured, RoleBook roles, Entitlements entitlements) {

  static Entitling of(Ground on) {
    List<CustomRole> custom = on.settings().roles().custom();
    RoleBook roles = new RoleBook(on.database(), on.rights(), custom, on.changes(), on.nanos());
    return new Entitling(
        new ConfiguredRoles(on.database(), on.rights(), custom),
        roles,
        new Entitlements(on.database(), on.rights(), roles, on.changes(), on.nanos()));
  }
}
