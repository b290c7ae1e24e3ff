/**
 * Local passwords: hashed, verified, limited. Start at {@link
 * org.janua.provider.credentials.PasswordHashing}. Knows the stored form and its bounds; decides
 * nothing about accounts.
 */
package org.janua.provider.credentials;
