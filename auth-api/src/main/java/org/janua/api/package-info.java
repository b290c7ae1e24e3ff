/**
 * What an application compiles against. Start at {@link org.janua.api.Caller}: inject it to learn
 * who sent the request. Uses the JDK only; everything else of Jakarta EE security keeps working as
 * it is ({@code @RolesAllowed}, {@code isUserInRole}, {@code SecurityContext}).
 */
package org.janua.api;
