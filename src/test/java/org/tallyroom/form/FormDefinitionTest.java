package org.tallyroom.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallyroom.message.Language;

class FormDefinitionTest {

    private static final String SMALL = """
            form: f
            title: 评价表
            overall: {id: overall, label: 总体评价}
            scale:
              - {id: good, label: 好, satisfied: true}
              - {id: poor, label: 差}
            """;

    /** Seed 004, 附件1: an overall rating, 5 + 5 items, and 3 of which the last is completed from the text. */
    @Test
    void theSeedFormIsComplete() throws IOException {
        Form form = read("joint-assessment");
        assertThat(form.language()).isEqualTo(Language.ZH);
        assertThat(form.groups()).extracting(g -> g.label().value() + " " + g.items().size())
                .containsExactly("学习教育情况 5", "听取意见情况 5", "边查边改情况 3");
        assertThat(form.items().get(0).label().value()).isEqualTo("总体评价");
        assertThat(form.items()).hasSize(14).extracting(Form.Item::id).doesNotHaveDuplicates();
        assertThat(form.scale().options()).extracting(o -> o.label().value()).containsExactly("好", "一般", "差");
        assertThat(form.scale().options()).filteredOn(Form.Option::satisfied).extracting(Form.Option::id).containsExactly("good");
        assertThat(form.items().get(13).label().origin().line())
                .as("the completed row is marked in the line before it")
                .isEqualTo(1 + lineOf("joint-assessment", "补全"));
    }

    @Test
    void theEnglishSampleParses() throws IOException {
        Form form = read("english-sample");
        assertThat(form.language()).isEqualTo(Language.EN);
        assertThat(form.scale().options()).filteredOn(Form.Option::excluded).hasSize(1);
    }

    @Test
    void anOverallItemAndTwoOptionsAreEnough() {
        assertThat(FormDefinition.parse("form.yaml", SMALL).form().orElseThrow().items()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"blank", "overmarked", "doubtful", "invalid", "Good", "a b", "好", "-a", "a--b"})
    void someIdsMeanSomethingElse(String id) {
        ParsedForm parsed = FormDefinition.parse("form.yaml", SMALL.replace("id: poor", "id: \"" + id + "\""));
        assertThat(parsed.problems()).hasSize(1);
        assertThat(parsed.problems().get(0).origin().line()).isEqualTo(6);
    }

    @Test
    void aScaleNeedsBothSatisfiedAndNotSatisfied() {
        assertThat(keys(SMALL.replace(", satisfied: true", ""))).containsExactly("form.none-satisfied");
        assertThat(keys(SMALL.replace("label: 差", "label: 差, satisfied: true"))).containsExactly("form.all-satisfied");
        assertThat(keys(SMALL.replace("label: 差", "label: 差, excluded: true"))).containsExactly("form.all-satisfied");
        assertThat(keys(SMALL.replaceAll("(?m)^.*poor.*\\n", ""))).containsExactly("form.option-count");
    }

    @Test
    void aWrongFormStillShowsWhatWasUnderstood() {
        ParsedForm parsed = FormDefinition.parse("form.yaml", SMALL + "colour: red\n");
        assertThat(parsed.form()).isEmpty();
        assertThat(parsed.draft().orElseThrow().title().value()).isEqualTo("评价表");
    }

    private static List<String> keys(String yaml) {
        return FormDefinition.parse("form.yaml", yaml).problems().stream().map(p -> p.sentence().key()).toList();
    }

    private static Form read(String folder) throws IOException {
        return FormDefinition.parse("form.yaml", Files.readString(file(folder))).form().orElseThrow();
    }

    private static int lineOf(String folder, String word) throws IOException {
        List<String> lines = Files.readAllLines(file(folder));
        return 1 + lines.indexOf(lines.stream().filter(line -> line.contains(word)).findFirst().orElseThrow());
    }

    private static Path file(String folder) {
        return Path.of("forms", folder, "form.yaml");
    }
}
