package org.tallyroom.sheetcode;

/**
 * What a printed page says about itself: which form, unit, respondent type and page, and a random token that names the
 * sheet but no person, seat, order or time.
 *
 * @param form index of the form among the meeting's forms
 * @param unit index of the unit in the meeting's list
 * @param respondentType index of the respondent type in the meeting's list
 * @param page from 1
 * @param rehearsal printed for a rehearsal: never enters an official count
 * @param token 12 bytes as 24 lower-case hexadecimal digits, the same on all pages of a sheet
 */
public record SheetCode(int form, int unit, int respondentType, int page, boolean rehearsal, String token) {

    public SheetCode {
        if (!token.matches("[0-9a-f]{24}")) {
            throw new IllegalArgumentException("a token of 12 bytes: " + token.length() + " digits");
        }
    }
}
