package org.tallyroom.sheetcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A code may say anything: opening it never fails, and what is genuine has one writing and one key. */
class PayloadFuzzTest {

    private static final String HASH = "ab".repeat(32);
    private static final CodeSeal SEAL = new CodeSeal(new byte[16], "meeting", HASH);
    private static final CodeSeal OTHER_KEY = new CodeSeal(HASH.getBytes(StandardCharsets.US_ASCII), "meeting", HASH);

    @FuzzTest(maxDuration = "5m")
    void text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        SEAL.open(text)
                .match(
                        code -> {
                            assertThat(OTHER_KEY.open(text)).isEqualTo(new CodeOpening.Forged(code.rehearsal()));
                            assertThat(SEAL.seal(code)).isEqualTo(text);
                            return true;
                        },
                        () -> false,
                        rehearsal -> false,
                        () -> false);
        byte[] payload = Arrays.copyOf(bytes, Payload.BYTES);
        payload[0] = Payload.VERSION;
        String encoded = Base45.encode(payload);
        assertThat(Base45.decode(encoded)).hasValueSatisfying(back -> assertThat(back).isEqualTo(payload));
        SEAL.open(encoded);
    }
}
