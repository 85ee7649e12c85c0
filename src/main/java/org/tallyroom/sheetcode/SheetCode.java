package org.tallyroom.sheetcode;

/**
 * What a printed page says about itself: which form, unit, respondent type and page, and a random token that names the
 * sheet but no person, seat, order or time.
 *
 * @param form index of the form among the meeting's forms, 0..15
 * @param unit index of the unit in the meeting's list, 0..4095
 * @param respondentType index of the respondent type in the meeting's list, 0..63
 * @param page from 1, to 15
 * @param rehearsal printed for a rehearsal: never enters an official count
 * @param token 12 bytes as 24 lower-case hexadecimal digits, the same on all pages of a sheet
 */
public record SheetCode(int form, int unit, int respondentType, int page, boolean rehearsal, String token) {

    public SheetCode {
        if (!token.matches("[0-9a-f]{24}")) {
            throw new IllegalArgumentException("a token of 12 bytes: " + token.length() + " digits");
        }
        if (form < 0 || form > 15 || unit < 0 || unit > 4095 || respondentType < 0 || respondentType > 63) {
            throw new IllegalArgumentException("form " + form + ", unit " + unit + ", type " + respondentType);
        }
        if (page < 1 || page > 15) {
            throw new IllegalArgumentException("page " + page);
        }
    }
}
