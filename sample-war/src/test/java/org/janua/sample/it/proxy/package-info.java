/**
 * Starts real reverse proxies with the files of {@code server-config}, and what stands behind or
 * beside them. Start at {@link org.janua.sample.it.proxy.ReverseProxy}. Uses {@code server} for
 * ports, folders and logs; knows nothing of what the application answers.
 */
package org.janua.sample.it.proxy;
