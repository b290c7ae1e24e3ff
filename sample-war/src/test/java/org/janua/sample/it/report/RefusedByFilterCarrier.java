package org.janua.sample.it.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a check whose passing with the carrier {@code filter} means that the request was refused:
 * the container enforces the rule by itself and the filter cannot tell it who is calling.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RefusedByFilterCarrier {}
