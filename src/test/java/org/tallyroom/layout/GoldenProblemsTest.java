package org.tallyroom.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallyroom.definition.Problem;
import org.tallyroom.form.FormDefinition;
import org.tallyroom.form.ParsedForm;
import org.tallyroom.meeting.MeetingDefinition;
import org.tallyroom.meeting.ParsedMeeting;
import org.tallyroom.message.Language;
import org.tallyroom.message.Sentences;
import org.tallyroom.support.SampleMeeting;

/** Every problem of two thoroughly wrong definitions, with its line and its sentence, word for word. */
class GoldenProblemsTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/tallyroom/layout");

    @ParameterizedTest
    @EnumSource(Language.class)
    void allProblemsAtOnceInBothLanguages(Language language) throws IOException {
        ParsedForm good = FormDefinition.parse("form.yaml", good());
        ParsedMeeting meeting = MeetingDefinition.of("wrong-meeting.yaml", read("wrong-meeting.yaml"))
                .parse(List.of(good), Optional.empty());
        List<Problem> problems =
                Proof.problems(List.of(form("wrong-form.yaml"), good), meeting, SampleMeeting.METRICS);
        Sentences words = Sentences.in(language);
        String said = problems.stream()
                .map(p -> p.origin().file() + ":" + p.origin().line() + ": " + words.say(p.sentence()))
                .collect(Collectors.joining("\n", "", "\n"));
        String golden = "problems_" + language.locale().getLanguage() + ".txt";
        assertThat(said).isEqualTo(read(golden));
    }

    @Test
    void whatIsNoYamlAtAllStillLeavesTheFormToBeProofread() throws IOException {
        ParsedMeeting meeting = MeetingDefinition.of("m.yaml", "a: [").parse(List.of(), Optional.empty());
        List<Problem> problems = Proof.problems(List.of(form("wrong-form.yaml")), meeting, SampleMeeting.METRICS);
        assertThat(problems).extracting(p -> p.sentence().key()).contains("definition.syntax", "layout.unprintable");
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
