package org.janua.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.janua.access.Actor;
import org.janua.access.Reach;
import org.janua.access.Rights;
import org.janua.audit.Audit;
import org.janua.config.CustomRole;
import org.janua.jpa.Database;
import org.janua.jpa.RoleRow;
import org.janua.jpa.Tx;
import org.janua.memory.Changes;

/**
 * The roles of this application, as an administrator sees and changes them. {@code admin} and
 * {@code viewer} are always there and never change. A change holds from the next request of whoever
 * has the role on this node. Thread-safe; throws {@link org.janua.jpa.DatabaseUnavailable} when the
 * database cannot answer.
 */
public final class Roles {

  private static final Refusal NO_SUCH_ROLE =
      new Refusal(Refusal.Kind.NOT_FOUND, "", "There is no such role.");
  private static final Refusal BUILT_IN =
      new Refusal(Refusal.Kind.CONFLICT, "", "This role is always there and never changes.");
  private static final Refusal TAKEN =
      new Refusal(Refusal.Kind.CONFLICT, "name", "This name is taken.");

  private final Database database;
  private final Administration administration;
  private final Changes changes;
  private final Rights rights;
  private final Records records;

  /** Builds the use cases; nothing is read yet. */
  public Roles(
      Database database,
      Administration administration,
      Changes changes,
      Rights rights,
      Audit audit) {
    this.database = database;
    this.administration = administration;
    this.changes = changes;
    this.rights = rights;
    this.records = new Records(audit);
  }

  /**
   * A page of roles by name, without regard to case.
   *
   * @param after the position of the last one of the page before, or {@code null}
   */
  public List<RoleView> page(String after, int limit) {
    return database.read(
        tx -> {
          Map<String, Long> users = tx.users().countByRole();
          return Stream.concat(
                  builtIn(name -> users.getOrDefault(name, 0L)),
                  tx.roles().all().stream()
                      .map(role -> view(role, users.getOrDefault(role.name(), 0L))))
              .filter(role -> after == null || role.position().compareTo(after) > 0)
              .sorted(Comparator.comparing(RoleView::position))
              .limit(limit)
              .toList();
        });
  }

  /** The role of exactly this name. */
  public Optional<RoleView> find(String name) {
    return database.read(tx -> find(tx, name));
  }

  /** Makes a role. */
  public Outcome<RoleView> create(Actor actor, CustomRole role) {
    if (CustomRole.isBuiltIn(role.name())) {
      return Outcome.refused(TAKEN);
    }
    return changing(
        faultOfName(role.name()).or(() -> faultOf(role)),
        tx -> {
          if (tx.roles().sameAs(role.name()).isPresent()) {
            return Outcome.refused(TAKEN);
          }
          tx.roles().put(new RoleRow(role.name(), false, role.resources()));
          records.role(tx, actor, role.name(), Map.of(), role.resources());
          return Outcome.done(find(tx, role.name()).orElseThrow());
        });
  }

  /** Replaces what a role may read. */
  public Outcome<RoleView> replace(Actor actor, CustomRole role) {
    if (CustomRole.isBuiltIn(role.name())) {
      return Outcome.refused(BUILT_IN);
    }
    return changing(
        faultOf(role),
        tx ->
            tx.roles()
                .byName(role.name())
                .map(
                    present -> {
                      tx.roles()
                          .put(new RoleRow(role.name(), present.configured(), role.resources()));
                      records.role(tx, actor, role.name(), present.resources(), role.resources());
                      return Outcome.done(find(tx, role.name()).orElseThrow());
                    })
                .orElse(Outcome.refused(NO_SUCH_ROLE)));
  }

  /** Deletes a role and makes its users viewers; answers how many they are. */
  public Outcome<Integer> remove(Actor actor, String name) {
    if (CustomRole.isBuiltIn(name)) {
      return Outcome.refused(BUILT_IN);
    }
    return changing(
        Optional.empty(),
        tx ->
            tx.roles()
                .byName(name)
                .map(
                    role -> {
                      List<String> users = tx.users().namesOf(role.name());
                      int moved = tx.users().moveRole(role.name(), Rights.VIEWER);
                      tx.roles().remove(role);
                      records.roleDeleted(tx, actor, role, users);
                      return Outcome.done(moved);
                    })
                .orElse(Outcome.refused(NO_SUCH_ROLE)));
  }

  /** Nobody is given a role while it changes: whoever gives one takes the same lock. */
  private <T> Outcome<T> changing(Optional<Refusal> fault, Function<Tx, Outcome<T>> change) {
    if (fault.isPresent()) {
      return Outcome.refused(fault.get());
    }
    Outcome<T> outcome = administration.change(change);
    outcome.ifDone(done -> changes.ofAll());
    return outcome;
  }

  private Optional<RoleView> find(Tx tx, String name) {
    return builtIn(tx.users()::countOf)
        .filter(role -> role.name().equals(name))
        .findFirst()
        .or(() -> tx.roles().byName(name).map(role -> view(role, tx.users().countOf(name))));
  }

  private Stream<RoleView> builtIn(Function<String, Long> users) {
    return Stream.of(
        new RoleView(Rights.ADMIN, everythingOf(rights.admin().reach()), users.apply(Rights.ADMIN)),
        new RoleView(
            Rights.VIEWER, everythingOf(rights.viewer().reach()), users.apply(Rights.VIEWER)));
  }

  private static Map<String, Set<String>> everythingOf(Reach reach) {
    return reach.byType().keySet().stream()
        .collect(Collectors.toMap(Function.identity(), type -> Set.of(CustomRole.EVERYTHING)));
  }

  private static RoleView view(RoleRow role, long users) {
    return new RoleView(role.name(), role.resources(), users);
  }

  private Optional<Refusal> faultOfName(String name) {
    if (!CustomRole.isName(name)) {
      return Optional.of(
          Refusal.invalid("name", "Must be 1 to 64 letters or digits and any of . _ besides."));
    }
    return rights.isPermission(name)
        ? Optional.of(Refusal.invalid("name", "Is also a permission key."))
        : Optional.empty();
  }

  private Optional<Refusal> faultOf(CustomRole role) {
    return role.resources().isEmpty()
        ? Optional.of(Refusal.invalid("resources", "Must name one type at least."))
        : role.resources().entrySet().stream()
            .flatMap(listed -> faultOf(listed.getKey(), listed.getValue()).stream())
            .findFirst();
  }

  private Optional<Refusal> faultOf(String type, Set<String> ids) {
    String field = "resources." + type;
    if (!rights.isType(type)) {
      return Optional.of(Refusal.invalid(field, "Is not a type of things that is declared."));
    }
    String fault = CustomRole.faultOf(ids);
    return fault.isEmpty()
        ? Optional.empty()
        : Optional.of(Refusal.invalid(field, fault.replaceFirst("m", "M") + "."));
  }

  /** Why nobody can be given this role; empty when it is there. */
  static Optional<Refusal> unknown(Tx tx, String role) {
    boolean known =
        role.equals(Rights.ADMIN)
            || role.equals(Rights.VIEWER)
            || tx.roles().byName(role).isPresent();
    return known
        ? Optional.empty()
        : Optional.of(Refusal.invalid("role", "There is no role '" + role + "'."));
  }
}
