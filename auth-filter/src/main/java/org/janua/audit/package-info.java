/**
 * The audit log: who did what to whom. Start at {@link org.janua.audit.Audit} for writing and at
 * {@link org.janua.audit.AuditLog} for reading. What changes something is written in the unit of
 * work that changes it; what has none is buffered. Whoever records something chooses what is told;
 * this package makes it harmless to read. Uses the database and knows no request.
 */
package org.janua.audit;
