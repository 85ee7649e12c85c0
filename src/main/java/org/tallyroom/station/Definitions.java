package org.tallyroom.station;

import java.util.List;
import java.util.Map;
import org.tallyroom.form.Form;
import org.tallyroom.meeting.DefinitionHash;
import org.tallyroom.meeting.Meeting;

/**
 * What was agreed before the first form was printed.
 *
 * @param forms by id; the sheet codes count them in the order of {@link Meeting#forms}
 */
record Definitions(Meeting meeting, Map<String, Form> forms) {

    Definitions {
        forms = Map.copyOf(forms);
    }

    String hash() {
        return DefinitionHash.of(meeting, forms);
    }

    int formIndex(String form) {
        return meeting.forms().indexOf(form);
    }

    Form formOf(int respondentType) {
        return forms.get(meeting.respondentTypes().get(respondentType).form());
    }

    int unitIndex(String unit) {
        List<String> ids = meeting.units().stream().map(u -> u.id()).toList();
        return ids.indexOf(unit);
    }

    int typeIndex(String type) {
        List<String> ids = meeting.respondentTypes().stream().map(t -> t.id()).toList();
        return ids.indexOf(type);
    }
}
