package org.janua.web;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.ws.rs.Path;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.janua.Janua;
import org.janua.api.RequiresPermission;
import org.janua.config.Configuration;
import org.janua.config.Fault;
import org.janua.config.Settings;
import org.janua.config.Sources;
import org.janua.web.pages.PageServlet;

/**
 * What the server starts with the application. The filter is registered before anything can fail,
 * and before the filters of the application's own descriptor, so an application whose start was
 * refused answers nothing.
 */
@HandlesTypes({
  RolesAllowed.class,
  DeclareRoles.class,
  ServletSecurity.class,
  Path.class,
  RequiresPermission.class
})
public final class Startup implements ServletContainerInitializer {

  private static final Logger LOG = System.getLogger(Startup.class.getName());

  @Override
  public void onStartup(Set<Class<?>> annotated, ServletContext context) throws ServletException {
    FilterRegistration.Dynamic filter = context.addFilter("janua", new AuthFilter());
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR),
        false,
        "/*");
    context
        .addServlet("janua-pages", new PageServlet())
        .addMapping("/auth/login", "/auth/assets/*");
    Set<Class<?>> classes = annotated == null ? Set.of() : annotated;
    Optional<String> refusal =
        Configuration.load(Sources.ofServer(context::getResourceAsStream))
            .fold(
                (settings, warnings) -> ready(settings, warnings, classes, context), Startup::text);
    if (refusal.isPresent()) {
      LOG.log(Level.ERROR, refusal.get());
      throw new ServletException(refusal.get());
    }
  }

  private static Optional<String> ready(
      Settings settings, List<String> warnings, Set<Class<?>> annotated, ServletContext context) {
    warnings.forEach(warning -> LOG.log(Level.WARNING, warning));
    context.declareRoles(
        RoleNames.of(annotated, settings.permissions().keySet(), settings.roles().custom()));
    Installation installation = new Installation(settings, Janua.SYSTEM_CLOCK);
    installation.attachTo(context);
    context.addListener(new Lifecycle(installation, annotated));
    return Optional.empty();
  }

  private static Optional<String> text(List<Fault> faults) {
    StringBuilder text = new StringBuilder("Janua does not start; the configuration is wrong:");
    faults.forEach(fault -> text.append("\n  - ").append(fault));
    return Optional.of(text.toString());
  }
}
