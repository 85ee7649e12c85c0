package org.tallyroom.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.tallyroom.definition.Problem;
import org.tallyroom.message.Language;
import org.tallyroom.message.Sentences;

/** What a wrong definition owes to whoever wrote it. */
public final class Explained {

    private Explained() {}

    /** At least one problem, and a sentence for each in every language. */
    public static boolean inEveryLanguage(List<Problem> problems) {
        assertThat(problems).isNotEmpty();
        for (Language language : Language.values()) {
            Sentences sentences = Sentences.in(language);
            problems.forEach(problem -> assertThat(sentences.say(problem.sentence())).isNotBlank());
        }
        return true;
    }
}
