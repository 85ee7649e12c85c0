package org.tallyroom.meeting;

import org.tallyroom.definition.Origin;

/**
 * A class of respondents with a form of its own label: 单位参评人员 rate their own unit, 全评参评人员 every unit.
 *
 * @param perUnit respondents every unit sends unless its own headcount says otherwise
 * @param spares extra sheets printed per unit
 * @param form id of the form they fill in
 */
public record RespondentType(
        String id, String label, Rates rates, int perUnit, int spares, String form, Origin origin) {

    /** Whom respondents of a type rate. */
    public enum Rates {
        OWN_UNIT,
        EVERY_UNIT
    }
}
