package org.tallyroom.form;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.tallyroom.support.Explained;

/** A form definition may be any text: it is right, or it is told what is wrong with it. */
class FormFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void definition(byte[] text) {
        FormDefinition.parse("form.yaml", new String(text, StandardCharsets.UTF_8))
                .match(form -> true, Explained::inEveryLanguage);
    }
}
