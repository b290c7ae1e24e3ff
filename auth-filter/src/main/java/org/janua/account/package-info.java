/**
 * Accounts: names, passwords, roles, and the rule that an administrator remains. Start at {@link
 * org.janua.account.Accounts}. What may be refused is answered as an {@link
 * org.janua.account.Outcome}, never thrown.
 */
package org.janua.account;
