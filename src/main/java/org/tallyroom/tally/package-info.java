/**
 * Makes accounting, tallies and verdicts from ballots and the figures people entered, in whole numbers only. Knows
 * nothing of paper, pictures or sentences. Start at {@link org.tallyroom.tally.Counting}.
 */
package org.tallyroom.tally;
