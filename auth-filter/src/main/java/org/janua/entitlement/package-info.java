/**
 * What callers have: by their role, by permission keys, by the groups they are in. {@link
 * org.janua.entitlement.Entitlements} answers for one of them; start there. {@link
 * org.janua.entitlement.RoleBook} knows the roles and their order, and {@link
 * org.janua.entitlement.ConfiguredRoles} brings in what the configuration says of them, once at the
 * start. Administrators change roles, groups and keys in {@code account}.
 */
package org.janua.entitlement;
