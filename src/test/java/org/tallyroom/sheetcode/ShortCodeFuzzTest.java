package org.tallyroom.sheetcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class ShortCodeFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void text(byte[] bytes) {
        ShortCode.parse(new String(bytes, StandardCharsets.UTF_8))
                .ifPresent(code -> assertThat(ShortCode.parse(code.grouped())).contains(code));
    }
}
