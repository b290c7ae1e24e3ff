/**
 * The shells around the core: what a server starts, the filter, the authentication mechanism. Start
 * at {@link org.janua.web.Startup}. Nothing is decided here.
 */
package org.janua.web;
