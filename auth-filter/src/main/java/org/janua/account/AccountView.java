package org.janua.account;

import java.util.List;
import java.util.Set;
import org.janua.access.Group;
import org.janua.jpa.UserRow;

/**
 * An account as an administrator sees it.
 *
 * @param user the account
 * @param groups every group it is in, by name; {@link Group#EVERYONE} among them
 * @param permissions the declared keys it was given itself
 */
public record AccountView(UserRow user, List<Group> groups, Set<String> permissions) {}
