package org.tallyroom.layout;

import java.util.Map;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.DefinitionHash;
import org.tallyroom.meeting.Meeting;
import org.tallyroom.meeting.RespondentType;
import org.tallyroom.meeting.Unit;

/**
 * What a sheet is about.
 *
 * @param definitionHash 64 hexadecimal digits, the first 8 of which are printed
 */
public record Subject(Meeting meeting, Unit unit, RespondentType type, Form form, String definitionHash) {

    /** @param forms the meeting's forms by id */
    public static Subject of(Meeting meeting, Unit unit, RespondentType type, Map<String, Form> forms) {
        return new Subject(meeting, unit, type, forms.get(type.form()), DefinitionHash.of(meeting, forms));
    }
}
