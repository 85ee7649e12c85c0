/**
 * Makes a {@link org.tallyroom.ballot.Ballot} or a {@link org.tallyroom.ballot.Held} sheet from what was read and what
 * people decided: the rules of validity. Knows nothing of pictures, thresholds or sums. Start at {@link
 * org.tallyroom.ballot.Ballots}.
 */
package org.tallyroom.ballot;
