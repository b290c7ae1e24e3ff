/**
 * What an operator should know about the server Janua runs on, with the command that mends it.
 * Start at {@link org.janua.doctor.Doctor}. Looks, and changes nothing.
 */
package org.janua.doctor;
