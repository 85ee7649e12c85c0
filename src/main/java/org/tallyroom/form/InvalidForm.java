package org.tallyroom.form;

import java.util.List;
import java.util.Optional;
import org.tallyroom.definition.Problem;

/**
 * A definition that makes no form.
 *
 * @param problems never empty
 * @param draft what could be understood of it: good for finding further problems, and for nothing else
 */
public record InvalidForm(List<Problem> problems, Optional<Form> draft) implements ParsedForm {

    public InvalidForm {
        problems = List.copyOf(problems);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid form without a problem");
        }
    }
}
