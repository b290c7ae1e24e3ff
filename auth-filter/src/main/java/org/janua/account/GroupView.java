package org.janua.account;

import java.util.List;
import java.util.Set;
import org.janua.jpa.GroupRow;
import org.janua.jpa.MemberRow;

/**
 * A group as an administrator sees it.
 *
 * @param group the group, with the keys it was given
 * @param permissions those of its keys that are declared
 * @param members who is in it, once for each origin; nobody is listed in {@code everyone}
 */
public record GroupView(GroupRow group, Set<String> permissions, List<MemberRow> members) {}
