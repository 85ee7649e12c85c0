package org.tallyroom.form;

import java.util.List;
import org.tallyroom.definition.Problem;

/** A definition that makes no form; {@code problems} is never empty. */
public record InvalidForm(List<Problem> problems) implements ParsedForm {

    public InvalidForm {
        problems = List.copyOf(problems);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid form without a problem");
        }
    }
}
