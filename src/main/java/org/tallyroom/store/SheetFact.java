package org.tallyroom.store;

/**
 * A printed sheet: that it exists, never who got it or when. Indices as in the sheet code.
 *
 * @param tokenHash SHA-256 of the sheet's random token: the token itself is only on the paper
 */
public record SheetFact(String tokenHash, String shortCode, int form, int unit, int respondentType) {}
