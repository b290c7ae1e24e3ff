/**
 * Sign-in by a proxy in front: who is calling, as its headers say. Start at {@link
 * org.janua.provider.proxy.ProxyHeaders}. Values in, values out: what comes of it is decided where
 * every other credential is.
 */
package org.janua.provider.proxy;
