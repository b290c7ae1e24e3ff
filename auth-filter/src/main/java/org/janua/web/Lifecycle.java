package org.janua.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.janua.doctor.Doctor;
import org.janua.doctor.Finding;

/** Starts Janua with the application and ends it with the application. */
final class Lifecycle implements ServletContextListener {

  private static final Logger LOG = System.getLogger(Lifecycle.class.getName());

  private final Installation installation;

  Lifecycle(Installation installation) {
    this.installation = installation;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    for (Finding finding : examine(event)) {
      LOG.log(Level.WARNING, finding);
    }
    installation.janua();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    installation.close();
  }

  private Iterable<Finding> examine(ServletContextEvent event) {
    return Doctor.examine(event.getServletContext().getServerInfo(), installation.settings());
  }
}
