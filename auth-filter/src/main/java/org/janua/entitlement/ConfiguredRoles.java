package org.janua.entitlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.janua.access.Rights;
import org.janua.config.CustomRole;
import org.janua.digest.Sha256;
import org.janua.jpa.Database;
import org.janua.jpa.RoleRow;
import org.janua.jpa.Tx;

/**
 * Brings the roles of the configuration into the database, once at the start. A definition counts
 * when it is new or says something else than the last time; so what an administrator changed or
 * deleted since stays as it is until then. A role the configuration no longer has is removed; its
 * users keep the name of it, which gives them nothing. Nodes that start together do this once.
 */
public final class ConfiguredRoles {

  private final Database database;
  private final Rights rights;
  private final List<CustomRole> configured;

  /** Wires it; nothing is read yet. */
  public ConfiguredRoles(Database database, Rights rights, List<CustomRole> configured) {
    this.database = database;
    this.rights = rights;
    this.configured = List.copyOf(configured);
  }

  /**
   * Brings them in.
   *
   * @return what an operator should know, a line each
   */
  public List<String> bringIn() {
    return database.write(
        tx -> {
          tx.users().lockAdministration();
          Map<String, String> before = tx.roles().sources();
          configured.forEach(role -> bringIn(tx, role, before.get(role.name())));
          List<String> warnings = new ArrayList<>();
          Set<String> gone = new TreeSet<>(before.keySet());
          configured.forEach(role -> gone.remove(role.name()));
          gone.forEach(name -> takeOut(tx, name).ifPresent(warnings::add));
          warnings.addAll(hidden(tx));
          return warnings;
        });
  }

  private static void bringIn(Tx tx, CustomRole role, String digestBefore) {
    String digest = digest(role);
    if (digest.equals(digestBefore)) {
      return;
    }
    RoleRow row = new RoleRow(role.name(), true, role.resources());
    tx.roles()
        .sameAs(role.name())
        .filter(present -> !present.name().equals(role.name())) // the same in other letters
        .ifPresent(present -> tx.users().moveRole(present.name(), role.name()));
    tx.roles().put(row);
    tx.roles().putSource(role.name(), digest);
  }

  /** One that an administrator made again after it had been deleted is theirs, and stays. */
  private static Optional<String> takeOut(Tx tx, String name) {
    tx.roles().removeSource(name);
    Optional<RoleRow> role = tx.roles().byName(name).filter(RoleRow::configured);
    role.ifPresent(tx.roles()::remove);
    return role.map(
        gone ->
            "The role "
                + name
                + " is no longer in the configuration and was removed; "
                + tx.users().countOf(name)
                + " users have it and lose what it gave");
  }

  private List<String> hidden(Tx tx) {
    return tx.roles().all().stream()
        .map(RoleRow::name)
        .filter(rights::isPermission)
        .map(name -> "The role " + name + " gives nothing: a permission key is called the same")
        .toList();
  }

  /** Of what the definition says, whatever its order. */
  private static String digest(CustomRole role) {
    String text =
        new TreeMap<>(role.resources())
            .entrySet().stream()
                .map(type -> type.getKey() + "\n" + lines(type.getValue()))
                .collect(Collectors.joining("\n\n"));
    return Sha256.hex(text);
  }

  private static String lines(Set<String> ids) {
    return String.join("\n", new TreeSet<>(ids));
  }
}
