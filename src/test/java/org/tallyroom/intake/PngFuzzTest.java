package org.tallyroom.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.tallyroom.support.FuzzedFile;

class PngFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void file(byte[] file) {
        FuzzedFile.takeIn(file, "\u0089PNG\r\n\u001a\n");
    }
}
