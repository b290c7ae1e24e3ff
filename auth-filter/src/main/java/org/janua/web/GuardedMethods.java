package org.janua.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.interceptor.Interceptor;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EventListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.janua.api.RequiresPermission;

/**
 * Makes sure, before the first request, that no {@code @RequiresPermission} does nothing: that each
 * stands where the container calls {@link PermissionInterceptor}, and asks for what is declared.
 */
final class GuardedMethods {

  private static final Logger LOG = System.getLogger(GuardedMethods.class.getName());

  /** What the servlet container makes, whether or not it is a bean besides (on WildFly it is). */
  private static final List<Class<?>> COMPONENTS =
      List.of(Servlet.class, Filter.class, EventListener.class);

  private static final String ENDPOINT = "jakarta.websocket.server.ServerEndpoint";
  private static final String PROGRAMMED_ENDPOINT = "jakarta.websocket.Endpoint";

  private final Set<Class<?>> beans;
  private final DemandRules rules;
  private final Set<String> faults = new TreeSet<>();

  private GuardedMethods(Set<Class<?>> beans, DemandRules rules) {
    this.beans = beans;
    this.rules = rules;
  }

  /**
   * All that is wrong, one line each.
   *
   * @param annotated the classes the server found annotations on, those of others included
   * @param beans the classes the container makes beans of
   */
  static Set<String> faults(Set<Class<?>> annotated, Set<Class<?>> beans, DemandRules rules) {
    GuardedMethods methods = new GuardedMethods(beans, rules);
    Stream.concat(annotated.stream(), beans.stream())
        .distinct()
        .sorted(Comparator.comparing(Class::getName))
        .forEach(methods::check);
    return methods.faults;
  }

  private void check(Class<?> type) {
    Set<Class<?>> speaking = speaking(type);
    speaking.stream()
        .filter(Class::isInterface) // what one says is not handed down to who implements it
        .forEach(one -> note(one.getName(), "is an interface or annotation: say it on the class"));
    if (!speaking.stream().allMatch(Class::isInterface)
        && !type.isAnnotationPresent(Interceptor.class)) {
      checkPlace(type);
      checkMethods(type);
    }
  }

  /**
   * Those of a class, of what it extends and of what it implements that say something. A class may
   * mention an optional one that is not there: then nobody can make an object of it either.
   */
  private static Set<Class<?>> speaking(Class<?> type) {
    try {
      return ancestors(type)
          .flatMap(GuardedMethods::withInterfaces)
          .filter(GuardedMethods::isSaidBy)
          .collect(Collectors.toSet());
    } catch (LinkageError e) {
      LOG.log(Level.DEBUG, "An incomplete class is not looked at", e);
      return Set.of();
    }
  }

  private static Stream<Class<?>> withInterfaces(Class<?> type) {
    return Stream.concat(
        Stream.of(type), Stream.of(type.getInterfaces()).flatMap(GuardedMethods::withInterfaces));
  }

  private void checkPlace(Class<?> type) {
    if (COMPONENTS.stream().anyMatch(component -> component.isAssignableFrom(type))
        || isEndpoint(type)) {
      note(
          type.getName(),
          "is a servlet, filter, listener or endpoint, which the container does not guard: move"
              + " what needs the permission to a bean");
      return;
    }
    boolean isBean =
        Modifier.isAbstract(type.getModifiers())
            ? beans.stream().anyMatch(type::isAssignableFrom)
            : beans.contains(type);
    if (!isBean) {
      note(
          type.getName(),
          "is neither a CDI bean nor an enterprise bean here, so nothing would guard it: give it a"
              + " scope such as @RequestScoped");
    } else if (Modifier.isFinal(type.getModifiers())) {
      note(type.getName(), "is final, so the container cannot guard it");
    }
  }

  /** By name: not every server has WebSocket. */
  private static boolean isEndpoint(Class<?> type) {
    return Stream.of(type.getAnnotations())
            .anyMatch(one -> one.annotationType().getName().equals(ENDPOINT))
        || ancestors(type).anyMatch(one -> one.getName().equals(PROGRAMMED_ENDPOINT));
  }

  private void checkMethods(Class<?> type) {
    Optional.ofNullable(type.getAnnotation(RequiresPermission.class)).stream()
        .flatMap(rules::faultsOf)
        .forEach(fault -> note(type.getName(), fault));
    Map<List<Object>, Method> called = new LinkedHashMap<>();
    Stream.concat(
            ancestors(type).flatMap(one -> Stream.of(one.getDeclaredMethods())),
            Stream.of(type.getMethods()).filter(Method::isDefault)) // no class has them
        .forEach(
            method -> {
              Method first = called.putIfAbsent(signature(method), method);
              if (first == null || isOutOfReach(method)) {
                check(type, method);
              } else {
                checkOverridden(method, first);
              }
            });
  }

  private void check(Class<?> type, Method method) {
    RequiresPermission own = method.getAnnotation(RequiresPermission.class);
    boolean unreachable = isOutOfReach(method) || isLifecycle(method);
    if (own != null) {
      rules.faultsOf(own).forEach(fault -> note(place(method), fault));
    }
    if (own != null && unreachable) {
      note(
          place(method),
          "is private or static or called at the start or end of an object's life, so it is never"
              + " guarded");
    }
    if (!unreachable && !method.isSynthetic()) {
      Demand.find(type, method).ifPresent(demand -> check(demand, method));
    }
  }

  private void check(Demand demand, Method method) {
    if (Modifier.isFinal(method.getModifiers())) {
      note(place(method), "is final, so the container cannot guard it");
    }
    rules.faultsOfId(demand, method).forEach(fault -> note(place(method), fault));
  }

  /** An annotation of a method is not handed down to the method that takes its place. */
  private void checkOverridden(Method method, Method by) {
    if (method.isAnnotationPresent(RequiresPermission.class)
        && !by.isAnnotationPresent(RequiresPermission.class)) {
      note(
          place(by), "takes the place of " + place(method) + ", which is guarded: say it here too");
    }
  }

  private static boolean isSaidBy(Class<?> type) {
    return type.isAnnotationPresent(RequiresPermission.class)
        || Stream.of(type.getDeclaredMethods())
            .anyMatch(method -> method.isAnnotationPresent(RequiresPermission.class));
  }

  /** The class and those it extends, itself first. */
  private static Stream<Class<?>> ancestors(Class<?> type) {
    return Stream.<Class<?>>iterate(
        type, one -> one != null && one != Object.class, Class::getSuperclass);
  }

  private static List<Object> signature(Method method) {
    List<Object> signature = new ArrayList<>(List.of(method.getName()));
    signature.addAll(List.of(method.getParameterTypes()));
    return signature;
  }

  private static boolean isOutOfReach(Method method) {
    return Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers());
  }

  private static boolean isLifecycle(Method method) {
    return method.isAnnotationPresent(PostConstruct.class)
        || method.isAnnotationPresent(PreDestroy.class);
  }

  private static String place(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  private void note(String place, String fault) {
    faults.add(place + " " + fault);
  }
}
