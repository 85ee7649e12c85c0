package org.tallyroom.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tallyroom.definition.Problem;

/** What a form definition gives: a form, or all that is wrong with it. */
public sealed interface ParsedForm permits Form, InvalidForm {

    default <T> T match(Function<Form, T> form, Function<List<Problem>, T> invalid) {
        if (this instanceof Form f) {
            return form.apply(f);
        }
        return invalid.apply(((InvalidForm) this).problems());
    }

    default Optional<Form> form() {
        return match(Optional::of, problems -> Optional.empty());
    }

    /** The form, or what could be understood of it. */
    default Optional<Form> draft() {
        return this instanceof InvalidForm invalid ? invalid.draft() : form();
    }

    default List<Problem> problems() {
        return match(form -> List.of(), problems -> problems);
    }
}
