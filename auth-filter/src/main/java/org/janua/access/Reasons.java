package org.janua.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.janua.api.Explanation;
import org.janua.api.ResourceRef;
import org.janua.config.ResourceType;

/**
 * Why somebody has a level on a thing, or has not: what {@link AccessList} decides, in words. It
 * names what the person has by themselves or by their own groups, and nobody else.
 */
public final class Reasons {

  private final String level;
  private final ResourceType type;
  private final AccessList list;
  private final boolean whole;
  private final List<String> given = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  private Reasons(String level, ResourceType type, AccessList list, boolean whole) {
    this.level = level;
    this.type = type;
    this.list = list;
    this.whole = whole;
  }

  /**
   * Of somebody whose account is active, for themselves or for an administrator.
   *
   * @param level one of the type's
   * @param ofRole what the role gives by itself
   */
  public static Explanation of(
      Identity who,
      Reach ofRole,
      String level,
      ResourceRef resource,
      ResourceType type,
      AccessList list) {
    return new Reasons(level, type, list, true).of(who, ofRole.allows(level, resource));
  }

  /**
   * The same for anybody else who may know whom the thing is given to. A role and groups that have
   * nothing to do with it are the person's own business.
   */
  public static Explanation forOthers(
      Identity who,
      Reach ofRole,
      String level,
      ResourceRef resource,
      ResourceType type,
      AccessList list) {
    return new Reasons(level, type, list, false).of(who, ofRole.allows(level, resource));
  }

  private Explanation of(Identity who, boolean byRole) {
    Standing standing = Standing.of(who);
    ofRole(who, byRole);
    ofKeys(who);
    ofCreation(who, standing);
    ofGrant(who, standing);
    ofGroups(who);
    ofEverybody(standing);
    return explanation();
  }

  /** Of somebody who did not sign in. */
  public static Explanation ofStranger(
      Standing stranger, String level, ResourceType type, AccessList list) {
    Reasons reasons = new Reasons(level, type, list, true);
    reasons.missing.add("Nobody is signed in.");
    if (stranger.seesPublic()) {
      reasons.ofEverybody(stranger);
    }
    return reasons.explanation();
  }

  private Explanation explanation() {
    return given.isEmpty() ? new Explanation(false, missing) : new Explanation(true, given);
  }

  private void ofRole(Identity who, boolean gives) {
    if (who.role().equals(Rights.ADMIN) && gives) {
      given.add("The role admin gives everything.");
    } else if (who.role().isEmpty()) {
      missing.add("There is no role.");
    } else {
      note(
          gives,
          "The role " + who.role() + " gives " + level + " on this " + type.name() + ".",
          "The role "
              + (whole ? who.role() + " " : "")
              + "does not give "
              + level
              + " on this "
              + type.name()
              + ".");
    }
  }

  private void ofKeys(Identity who) {
    if (who.permissions().contains(Rights.ADMIN)) {
      given.add("The permission key admin gives everything.");
      return;
    }
    List<String> keys =
        type.enoughFor(level).stream()
            .filter(type.override()::containsKey)
            .map(type.override()::get)
            .toList();
    List<String> held = keys.stream().filter(who.permissions()::contains).toList();
    String what = level + " on every " + type.name();
    held.forEach(key -> given.add("The permission key " + key + " gives " + what + "."));
    if (held.isEmpty()) {
      missing.add(
          keys.isEmpty()
              ? "No permission key gives " + what + "."
              : "No permission key that gives " + what + " is held: " + listed(keys) + ".");
    }
  }

  private void ofCreation(Identity who, Standing standing) {
    note(
        list.isMadeBy(standing),
        who.name() + " made this " + type.name() + ".",
        who.name() + " did not make this " + type.name() + ".");
  }

  private void ofGrant(Identity who, Standing standing) {
    list.ofUser(standing)
        .ifPresentOrElse(
            held -> ofGrant(who.name(), held),
            () -> missing.add("There is no grant to " + who.name() + "."));
  }

  private void ofGroups(Identity who) {
    List<Group> granted =
        who.groups().stream().filter(group -> list.groups().containsKey(group.id())).toList();
    granted.forEach(group -> ofGrant("the group " + group.name(), list.groups().get(group.id())));
    if (granted.isEmpty()) {
      missing.add(
          who.groups().isEmpty()
              ? who.name() + " is in no group."
              : "There is no grant to a group of "
                  + who.name()
                  + (whole ? ": " + named(who.groups()) : "")
                  + ".");
    }
  }

  private void ofGrant(String whom, String held) {
    note(
        type.enoughFor(level).contains(held),
        "A grant to " + whom + " gives " + held + ".",
        "The grant to " + whom + " gives " + held + " only.");
  }

  private void ofEverybody(Standing standing) {
    boolean open = list.isOpenTo(type, standing);
    boolean enough = level.equals(type.weakest());
    String what = "This " + type.name() + " is public, which gives ";
    if (open) {
      note(enough, what + level + " to everybody.", what + type.weakest() + " only.");
    } else {
      missing.add("This " + type.name() + " is not public.");
    }
  }

  private void note(boolean gives, String yes, String no) {
    (gives ? given : missing).add(gives ? yes : no);
  }

  private static String named(List<Group> groups) {
    return listed(groups.stream().map(Group::name).toList());
  }

  private static String listed(List<String> names) {
    return names.stream().collect(Collectors.joining(", "));
  }
}
