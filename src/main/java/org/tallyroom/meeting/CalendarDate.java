package org.tallyroom.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds dates that no calendar has: 11月31日 stands three times in one real plan (domain.md §A.2). */
final class CalendarDate {

    /** Year 年 (may be missing), month 月, day 日 or 号. */
    private static final Pattern CHINESE = Pattern.compile(
            "(?:(\\d{4})\\s*\\u5e74)?\\s*(\\d{1,2})\\s*\\u6708\\s*(\\d{1,2})\\s*[\\u65e5\\u53f7]");

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");

    /** A leap year: without a year the 29th of February may exist. */
    private static final int ANY_YEAR = 2000;

    private CalendarDate() {}

    /** False when the text holds something that looks like a date and does not exist. */
    static boolean mayExist(String text) {
        return allExist(CHINESE.matcher(text)) && allExist(ISO.matcher(text));
    }

    private static boolean allExist(Matcher dates) {
        while (dates.find()) {
            try {
                int year = dates.group(1) == null ? ANY_YEAR : Integer.parseInt(dates.group(1));
                LocalDate.of(year, Integer.parseInt(dates.group(2)), Integer.parseInt(dates.group(3)));
            } catch (DateTimeException noSuchDay) {
                return false;
            }
        }
        return true;
    }
}
