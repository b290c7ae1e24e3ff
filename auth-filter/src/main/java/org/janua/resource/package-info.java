/**
 * The application's things, and whom they are given to. Start at {@link
 * org.janua.resource.Decisions}, which answers the application; {@link org.janua.resource.Sharing}
 * is what people change, {@link org.janua.resource.Registry} what the application tells. The rule
 * itself is a value's, {@link org.janua.access.AccessList}. Knows no request.
 */
package org.janua.resource;
