package org.janua.web;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.janua.api.RequiresPermission;

/**
 * Notes which classes the container makes beans of, enterprise beans included: on those, and on no
 * others, it calls interceptors.
 */
public class BeanClasses implements Extension {

  /**
   * One application's: its class loader is the only one to have this class. Payara and GlassFish
   * cannot always tell a listener which CDI container is its own, so nobody is asked for it.
   */
  private static final Set<Class<?>> NOTED = ConcurrentHashMap.newKeySet();

  /** None where there is no CDI. */
  static Set<Class<?>> noted() {
    return Set.copyOf(NOTED);
  }

  void note(@Observes ProcessManagedBean<?> bean) {
    NOTED.add(bean.getBean().getBeanClass());
  }

  void noteEnterpriseBean(@Observes ProcessSessionBean<?> bean) {
    NOTED.add(bean.getBean().getBeanClass());
  }

  /** Without the interceptor a bean is as unguarded as anything else. */
  void conclude(@Observes AfterDeploymentValidation ready, BeanManager beans) {
    Annotation binding = PermissionInterceptor.class.getAnnotation(RequiresPermission.class);
    if (beans.resolveInterceptors(InterceptionType.AROUND_INVOKE, binding).isEmpty()) {
      NOTED.clear();
    }
  }
}
