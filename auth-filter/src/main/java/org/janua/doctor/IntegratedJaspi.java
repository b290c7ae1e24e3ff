package org.janua.doctor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Reads WildFly's switch from its management model, which it shows as MBeans. */
final class IntegratedJaspi {

  static final String REMEDY =
      "jboss-cli.sh --connect --commands=\"/subsystem=undertow/application-security-domain=other:"
          + "write-attribute(name=integrated-jaspi,value=false),reload\"";

  private static final Logger LOG = System.getLogger(IntegratedJaspi.class.getName());
  private static final String DOMAIN =
      "jboss.as:subsystem=undertow,application-security-domain=other";

  private IntegratedJaspi() {}

  /** Whether it is on; what cannot be read is not reported. */
  static boolean isOn() {
    try {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      ObjectName domain = new ObjectName(DOMAIN);
      return beans.isRegistered(domain)
          && Boolean.TRUE.equals(beans.getAttribute(domain, "integratedJaspi"));
    } catch (JMException e) {
      LOG.log(Level.DEBUG, "The management model cannot be read", e);
      return false;
    }
  }
}
