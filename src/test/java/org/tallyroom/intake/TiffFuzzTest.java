package org.tallyroom.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.tallyroom.support.FuzzedFile;

class TiffFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void file(byte[] file) {
        FuzzedFile.takeIn(file, "");
    }
}
