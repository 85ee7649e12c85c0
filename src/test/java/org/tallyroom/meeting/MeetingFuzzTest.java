package org.tallyroom.meeting;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tallyroom.form.FormDefinition;
import org.tallyroom.form.ParsedForm;
import org.tallyroom.support.Explained;

/** A meeting definition may be any text: it is right, or it is told what is wrong with it. */
class MeetingFuzzTest {

    private static final int MOST_FORMS = 3;

    private static final ParsedForm FORM = form();

    @FuzzTest(maxDuration = "5m")
    void definition(byte[] text) {
        MeetingDefinition definition = MeetingDefinition.of("meeting.yaml", new String(text, StandardCharsets.UTF_8));
        List<ParsedForm> forms =
                definition.formFiles().stream().limit(MOST_FORMS).map(file -> FORM).toList();
        definition.unitFile();
        definition.parse(forms, Optional.empty()).match(meeting -> true, Explained::inEveryLanguage);
    }

    private static ParsedForm form() {
        try {
            return FormDefinition.parse("form.yaml", Files.readString(Path.of("forms/joint-assessment/form.yaml")));
        } catch (IOException e) {
            throw new AssertionError("the form that comes with the program cannot be read", e);
        }
    }
}
