/**
 * API keys: made, listed, replaced and ended by {@link org.janua.apikey.ApiKeys}, recognised in a
 * request by {@link org.janua.apikey.KeyBook}. A key acts for its owner, and never has a right that
 * its owner lacks. The text of a key is seen once, when it is made.
 */
package org.janua.apikey;
