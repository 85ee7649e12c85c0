package org.tallyroom.store;

/**
 * A sheet that no longer counts, because its unit voted again.
 *
 * @param vote the unit's vote it was printed for, from 1
 */
public record VoidFact(String tokenHash, int vote, String reason) {}
