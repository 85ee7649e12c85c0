/**
 * Makes filled-in and scanned pages from blank printed ones and a seed: pens, hands, moods, a scanner and its damage.
 * Knows nothing of how pages are read or counted: what it makes enters like any scan. Start at {@link
 * org.tallyroom.rehearsal.Rehearsal}.
 */
package org.tallyroom.rehearsal;
