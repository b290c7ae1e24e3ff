/**
 * Addresses of the internet protocol: written, compared, gathered into networks, and found behind
 * proxies. Start at {@link org.janua.network.TrustedProxies}. Values only; nothing here ever asks
 * the domain name system, so no text from outside can cause a look-up.
 */
package org.janua.network;
