/**
 * Makes a station folder durable: an append-only journal with a hash chain, and pictures named by their digest, written
 * in one order that no crash can break. Knows nothing of forms, marks or results. Start at {@link
 * org.tallyroom.store.Journal}.
 */
package org.tallyroom.store;
