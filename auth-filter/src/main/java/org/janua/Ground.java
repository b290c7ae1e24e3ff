package org.janua;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.janua.access.Permissions;
import org.janua.access.Rights;
import org.janua.api.event.SecurityEvent;
import org.janua.audit.Audit;
import org.janua.config.Settings;
import org.janua.jpa.Database;
import org.janua.memory.Changes;

/**
 * What every other part of Janua stands on.
 *
 * @param settings what was configured
 * @param database where everything is kept
 * @param changes who is told at once of what changes on this node
 * @param permissions the permission keys and what each of them means
 * @param rights what a role or key comes to
 * @param audit where it is written down what happens
 * @param clock says what time it is
 * @param nanos a monotonic clock in nanoseconds
 */
record Ground(
    Settings settings,
    Database database,
    Changes changes,
    Permissions permissions,
    Rights rights,
    Audit audit,
    InstantSource clock,
    LongSupplier nanos) {

  static Ground of(
      Settings settings,
      Database database,
      Consumer<SecurityEvent> observer,
      InstantSource clock,
      LongSupplier nanos) {
    Permissions permissions = new Permissions(settings.permissions());
    return new Ground(
        settings,
        database,
        new Changes(),
        permissions,
        new Rights(permissions, settings.roles().types()),
        new Audit(database, clock, observer),
        clock,
        nanos);
  }
}
