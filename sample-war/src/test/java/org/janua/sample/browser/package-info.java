/**
 * The pages in a real browser: Debian's Chromium, driven by Playwright, before the sample on a real
 * server. Start at {@link org.janua.sample.browser.Stage}. Without a browser, and without the right
 * to install one, these tests are skipped and say why.
 */
package org.janua.sample.browser;
