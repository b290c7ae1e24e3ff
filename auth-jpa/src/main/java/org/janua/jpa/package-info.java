/**
 * The database: accounts, sessions and settings in tables of our own, in a schema that may also
 * hold the application's. Start at {@link org.janua.jpa.Database}: it is opened from a {@link
 * org.janua.jpa.DatabaseSource}, brings the tables up to date, and runs units of work.
 *
 * <p>Uses Jakarta Persistence, Flyway and HikariCP, and none of our other packages. Knows no
 * request, no password algorithm and no clock; names arrive in canonical form and secrets as
 * digests. Repositories return records, entities never leave the package.
 */
package org.janua.jpa;
