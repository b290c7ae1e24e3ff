/**
 * The roles that are there: read from the database, in their order, with what they give. Start at
 * {@link org.janua.role.RoleBook}. {@link org.janua.role.ConfiguredRoles} brings in what the
 * configuration says, once at the start. Administrators change roles in {@code account}.
 */
package org.janua.role;
