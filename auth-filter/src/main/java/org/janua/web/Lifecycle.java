package org.janua.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.janua.config.Settings;
import org.janua.doctor.Doctor;
import org.janua.doctor.Finding;

/** Starts Janua with the application and ends it with the application. */
final class Lifecycle implements ServletContextListener {

  private static final Logger LOG = System.getLogger(Lifecycle.class.getName());

  private final Installation installation;
  private final Set<Class<?>> annotated;

  /**
   * Wires it.
   *
   * @param annotated the classes on which the server found annotations it was asked for
   */
  Lifecycle(Installation installation, Set<Class<?>> annotated) {
    this.installation = installation;
    this.annotated = annotated;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    refuseUnguarded(event.getServletContext());
    for (Finding finding : examine(event)) {
      LOG.log(Level.WARNING, finding);
    }
    installation.janua();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    installation.close();
  }

  /** By then the container knows its beans; a server that goes on all the same serves nothing. */
  private void refuseUnguarded(ServletContext context) {
    Set<String> faults = GuardedMethods.faults(annotated, BeanClasses.noted(), rules());
    if (!faults.isEmpty()) {
      installation.detachFrom(context);
      String refusal =
          "Janua does not start; @RequiresPermission is wrong:\n  - "
              + String.join("\n  - ", faults);
      LOG.log(Level.ERROR, refusal);
      throw new IllegalStateException(refusal);
    }
  }

  private DemandRules rules() {
    Settings settings = installation.settings();
    return new DemandRules(settings.permissions().keySet(), settings.roles().types());
  }

  private Iterable<Finding> examine(ServletContextEvent event) {
    return Doctor.examine(event.getServletContext().getServerInfo(), installation.settings());
  }
}
