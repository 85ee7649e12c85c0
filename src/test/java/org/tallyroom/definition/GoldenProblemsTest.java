package org.tallyroom.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallyroom.form.FormDefinition;
import org.tallyroom.form.ParsedForm;
import org.tallyroom.meeting.MeetingDefinition;
import org.tallyroom.message.Language;
import org.tallyroom.message.Sentences;

/** Every problem of two thoroughly wrong definitions, with its line and its sentence, word for word. */
class GoldenProblemsTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/tallyroom/definition");

    @ParameterizedTest
    @EnumSource(Language.class)
    void allProblemsAtOnceInBothLanguages(Language language) throws IOException {
        List<Problem> problems = new ArrayList<>(form("wrong-form.yaml").problems());
        problems.addAll(MeetingDefinition.of("wrong-meeting.yaml", read("wrong-meeting.yaml"))
                .parse(List.of(FormDefinition.parse("form.yaml", good())), Optional.empty())
                .problems());
        Sentences words = Sentences.in(language);
        String said = problems.stream()
                .map(p -> p.origin().file() + ":" + p.origin().line() + ": " + words.say(p.sentence()))
                .collect(Collectors.joining("\n", "", "\n"));
        String golden = "problems_" + language.locale().getLanguage() + ".txt";
        assertThat(said).isEqualTo(read(golden));
    }

    @Test
    void oneProblemDoesNotHideTheOthers() throws IOException {
        assertThat(form("wrong-form.yaml").problems()).hasSizeGreaterThan(10);
    }

    private static ParsedForm form(String file) throws IOException {
        return FormDefinition.parse(file, read(file));
    }

    private static String good() throws IOException {
        return Files.readString(Path.of("forms/joint-assessment/form.yaml"), StandardCharsets.UTF_8);
    }

    private static String read(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
    }
}
