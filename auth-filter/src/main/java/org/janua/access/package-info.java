/**
 * Who a caller is and what that gives. Start at {@link org.janua.access.Identity}; {@link
 * org.janua.access.Rights} turns a role into the names the container sees and into the {@link
 * org.janua.access.Reach} over the things of the application. Values only: no database, no request.
 */
package org.janua.access;
