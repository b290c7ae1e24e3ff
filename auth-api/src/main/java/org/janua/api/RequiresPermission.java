package org.janua.api;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only callers through who may. On a method of a CDI bean, of a Jakarta REST resource that is
 * one, or of an enterprise bean; on the class, for all its methods that have none of their own.
 *
 * <pre>{@code
 * @RequiresPermission("board-create")
 * @RequiresPermission(level = "modify", type = "board") // with a parameter marked @ResourceId
 * }</pre>
 *
 * <p>With a key, the caller must hold it. With a level, the caller must have it on the thing whose
 * id is the argument marked {@link ResourceId}; who has not even the weakest level on it hears that
 * there is nothing of that id ({@link NotVisibleException}), so {@code null} finds nothing. Who may
 * not otherwise gets {@link AccessDeniedException}: 403, or 401 when nobody signed in. A guest is
 * judged like anybody else.
 *
 * <p>The application does not start where this could do nothing or was misspelt: on something the
 * container does not guard (a class that is no bean, an interface, a private, static or final
 * method), with a key, type or level that nobody declared, or with a level and no id. As with every
 * annotation of this kind, what guards is the container: it does not see a call from inside the
 * same object, nor an object that was made with {@code new}.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {

  /** The permission key to hold, as declared under {@code permissions} in {@code auth.yml}. */
  @Nonbinding
  String value() default "";

  /** The level to have, as declared for the type. */
  @Nonbinding
  String level() default "";

  /** The type of the thing, as declared under {@code resources} in {@code auth.yml}. */
  @Nonbinding
  String type() default "";
}
