package org.janua.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.annotation.HttpMethodConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.janua.access.Rights;
import org.janua.config.CustomRole;

/**
 * The names that have to be declared for the container to ask about them: Payara and GlassFish
 * answer "no" to every role they were not told of, and do not look into JAX-RS annotations
 * themselves.
 */
final class RoleNames {

  private static final Logger LOG = System.getLogger(RoleNames.class.getName());
  private static final String ANYBODY = "**"; // Servlet 6.0 13.3: not a role to declare

  private RoleNames() {}

  static String[] of(Set<Class<?>> annotated, Set<String> permissions, List<CustomRole> roles) {
    Set<String> names = new TreeSet<>(permissions);
    roles.forEach(role -> names.add(role.name()));
    names.add(Rights.ADMIN);
    names.add(Rights.VIEWER);
    annotated.forEach(type -> collectIfComplete(type, names));
    names.remove(ANYBODY);
    names.remove("");
    return names.toArray(String[]::new);
  }

  /**
   * A class may mention an optional one that is not there; that is no reason to fail a deployment.
   */
  private static void collectIfComplete(Class<?> type, Set<String> names) {
    try {
      collect(type, names);
    } catch (LinkageError e) {
      LOG.log(Level.DEBUG, "The roles of an incomplete class are not declared", e);
    }
  }

  private static void collect(Class<?> type, Set<String> names) {
    collect((AnnotatedElement) type, names);
    DeclareRoles declared = type.getAnnotation(DeclareRoles.class);
    if (declared != null) {
      names.addAll(Set.of(declared.value()));
    }
    ServletSecurity servlet = type.getAnnotation(ServletSecurity.class);
    if (servlet != null) {
      names.addAll(Set.of(servlet.value().rolesAllowed()));
      for (HttpMethodConstraint method : servlet.httpMethodConstraints()) {
        names.addAll(Set.of(method.rolesAllowed()));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      collect(method, names);
    }
  }

  private static void collect(AnnotatedElement element, Set<String> names) {
    RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      names.addAll(Set.of(allowed.value()));
    }
  }
}
