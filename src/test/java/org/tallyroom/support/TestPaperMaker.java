package org.tallyroom.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints the papers below {@code test-scans/papers} anew. Afterwards every set that was written on them has to be made
 * anew, too: their codes are others then.
 */
@EnabledIfSystemProperty(named = "tallyroom.makeTestScans", matches = "true")
class TestPaperMaker {

    private static final Path PAPERS = Path.of("test-scans", "papers");

    @Test
    void printJoint() throws IOException {
        print("joint", 24);
    }

    @Test
    void printPlain() throws IOException {
        print("plain", 200);
    }

    @Test
    void printEnglish() throws IOException {
        print("english", 8);
    }

    private static void print(String name, int sheets) throws IOException {
        Path folder = PAPERS.resolve(name);
        TestPaper paper = TestPaper.of(folder, sheets);
        paper.print(folder.resolve("forms.pdf"));
        paper.describe(folder);
        Files.writeString(folder.resolve("pages.csv"), paper.pages());
        assertThat(Files.size(folder.resolve("forms.pdf"))).as("bytes").isLessThan(2L << 20);
    }
}
