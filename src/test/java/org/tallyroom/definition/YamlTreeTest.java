package org.tallyroom.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no definition should contain is refused with a line, and nothing gets out as an exception. */
class YamlTreeTest {

    private final Problems problems = new Problems();

    @Test
    void syntaxErrorsNameTheirLine() {
        assertThat(read("form: a\ntitle: b: c\n")).isEmpty();
        assertThat(only().origin()).isEqualTo(new Origin("x.yaml", 2));
        assertThat(only().sentence().key()).isEqualTo("definition.syntax");
    }

    @Test
    void aliasesAreRefused() {
        assertThat(read("a: &a [1, 1]\nb: [*a, *a]\n")).isEmpty();
        assertThat(only().sentence().key()).isEqualTo("definition.alias");
        assertThat(only().origin().line()).isEqualTo(2);
    }

    @Test
    void depthLengthAndEmptinessAreRefused() {
        String deep = "a: " + "[".repeat(5000) + "]".repeat(5000);
        String large = "a: x".repeat(600_000);
        for (String text : List.of(deep, large, "", "# only a comment", "- a\n- b\n", "just words")) {
            Problems here = new Problems();
            assertThat(YamlTree.read("x.yaml", text, here)).isEmpty();
            assertThat(here.list()).as(text.substring(0, Math.min(20, text.length()))).hasSize(1);
        }
    }

    @Test
    void controlCharactersNameTheirLine() {
        assertThat(read("a: 1\nb: \u0007\n")).isEmpty();
        assertThat(only().sentence().key()).isEqualTo("definition.control-character");
        assertThat(only().origin().line()).isEqualTo(2);
    }

    @Test
    void severalDocumentsInOneFileAreRefused() {
        assertThat(read("a: 1\n---\nb: 2\n")).isEmpty();
        assertThat(only().sentence().key()).isEqualTo("definition.syntax");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNotMatter() {
        Section section = read("\uFEFFa: 甲　\r\nb: 乙\u200B\r\n").orElseThrow();
        assertThat(section.text("a")).isEqualTo(new Said("甲", new Origin("x.yaml", 1)));
        assertThat(section.text("b")).isEqualTo(new Said("乙", new Origin("x.yaml", 2)));
        section.noOtherKeys();
        assertThat(problems.none()).isTrue();
    }

    @Test
    void aTagForcesNoClassToLoad() {
        assertThat(read("a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://x\"]]\n")).isEmpty();
        assertThat(only().sentence().key()).isEqualTo("definition.syntax");
    }

    private Optional<Section> read(String text) {
        return YamlTree.read("x.yaml", text, problems);
    }

    private Problem only() {
        assertThat(problems.list()).hasSize(1);
        return problems.list().get(0);
    }
}
