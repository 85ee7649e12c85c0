/**
 * Makes figures about the program (how often it is right, how fast it is) from pages that {@code rehearsal} fills in.
 * Knows nothing that the program itself could use: nothing in it is shipped. Start at {@link
 * org.tallyroom.bench.Bench}.
 */
package org.tallyroom.bench;
