package org.janua.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the one parameter that holds the id of the thing a {@link RequiresPermission} with a level
 * is about. Its type is {@code String}, {@code UUID}, {@code long}, {@code int} or an enum; the id
 * is what {@code toString} says of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface ResourceId {}
