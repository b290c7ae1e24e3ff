/**
 * What an application compiles against. Start at {@link org.janua.api.Caller}: inject it to learn
 * who sent the request, and {@link org.janua.api.Access} to learn what they may do with one thing.
 * {@link org.janua.api.RequiresPermission} says it on a method. {@link org.janua.api.Resources} is
 * told of things that the application makes and deletes. Uses Jakarta EE only; everything else of
 * its security keeps working as it is ({@code @RolesAllowed}, {@code isUserInRole}, {@code
 * SecurityContext}).
 */
package org.janua.api;
