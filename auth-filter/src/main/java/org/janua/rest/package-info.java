/**
 * The JAX-RS resources under {@code /auth/api}: they read the request's JSON, call a use case and
 * write its outcome. Start at {@link org.janua.rest.Api}. Who may call what is decided before, by
 * the gate; a resource that is reached by another way finds no {@link org.janua.rest.Exchange} and
 * answers 404.
 */
package org.janua.rest;
