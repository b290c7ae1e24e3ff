package org.janua;

import org.janua.account.Accounts;
import org.janua.account.Administration;
import org.janua.account.Groups;
import org.janua.account.Memberships;
import org.janua.account.Roles;

/**
 * The part of Janua that an administrator changes, wired.
 *
 * @param accounts the accounts
 * @param roles the roles
 * @param groups the groups
 * @param memberships who is in which group
 */
record People(Accounts accounts, Roles roles, Groups groups, Memberships memberships) {

  static People of(Ground on, PasswordCare care) {
    Administration administration = new Administration(on.database(), on.permissions());
    return new People(
        new Accounts(
            on.database(),
            administration,
            on.changes(),
            care.hashing(),
            care.rules(),
            care.throttle(),
            on.audit(),
            on.clock()),
        new Roles(on.database(), administration, on.changes(), on.rights(), on.audit()),
        new Groups(on.database(), administration, on.changes(), on.audit(), on.clock()),
        new Memberships(administration, on.changes(), on.audit()));
  }
}
