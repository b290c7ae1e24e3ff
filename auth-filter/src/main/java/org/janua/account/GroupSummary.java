package org.janua.account;

import java.util.Set;
import org.janua.jpa.GroupRow;

/**
 * A group in a list.
 *
 * @param group the group, with the keys it was given
 * @param permissions those of its keys that are declared
 * @param members how many accounts are in it; none are counted in {@code everyone}
 */
public record GroupSummary(GroupRow group, Set<String> permissions, long members) {}
