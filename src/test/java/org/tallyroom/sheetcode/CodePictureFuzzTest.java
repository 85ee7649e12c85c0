package org.tallyroom.sheetcode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.tallyroom.image.PageImage;

/** Pixels that may look like a code: reading them gives a text or none. */
class CodePictureFuzzTest {

    private static final int WIDEST = 128;

    @FuzzTest(maxDuration = "5m")
    void pixels(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        int width = 1 + (bytes[0] & WIDEST - 1);
        int height = Math.max(1, bytes.length / width);
        QrReader.find(PageImage.ofGray(width, height, Arrays.copyOf(bytes, width * height)));
    }
}
