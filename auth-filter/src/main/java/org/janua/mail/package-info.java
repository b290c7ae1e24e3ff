/**
 * Sends mails, off the path of requests. Start at {@link org.janua.mail.Outbox}. Only one class
 * here knows Jakarta Mail, which not every server has.
 */
package org.janua.mail;
