package org.tallyroom.sheetcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodeSealTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final String HASH = "ab".repeat(32);
    private static final SheetCode CODE = new SheetCode(15, 4095, 63, 15, true, "0123456789abcdef00112233");

    /** The payload's byte that holds the rehearsal bit. */
    private static final int FLAGS = 8;

    private final CodeSeal seal = new CodeSeal(KEY, "meeting", HASH);

    @Test
    void aSealedCodeOpensAsItself() {
        String text = seal.seal(CODE);
        assertThat(text).hasSize(50).matches("[0-9A-Z $%*+\\-./:]+");
        assertThat(seal.open(text)).isEqualTo(new CodeOpening.Genuine(CODE));
        SheetCode smallest = new SheetCode(0, 0, 0, 1, false, "0".repeat(24));
        assertThat(seal.open(seal.seal(smallest))).isEqualTo(new CodeOpening.Genuine(smallest));
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] payload = Base45.decode(seal.seal(CODE)).orElseThrow();
        for (int i = 0; i < payload.length; i++) {
            byte[] changed = payload.clone();
            changed[i] ^= 1;
            CodeOpening expected = i == 0
                    ? new CodeOpening.NotOurs()
                    : i < 5 ? new CodeOpening.OtherMeeting() : new CodeOpening.Forged(i != FLAGS);
            assertThat(seal.open(Base45.encode(changed))).as("byte %d", i).isEqualTo(expected);
        }
    }

    @Test
    void anotherKeyMeetingOrDefinitionOpensNothing() {
        String text = seal.seal(CODE);
        byte[] otherKey = KEY.clone();
        otherKey[0]++;
        CodeSeal otherSeal = new CodeSeal(otherKey, "meeting", HASH);
        assertThat(otherSeal.open(text)).isEqualTo(new CodeOpening.Forged(true));
        SheetCode official = new SheetCode(0, 0, 0, 1, false, CODE.token());
        assertThat(otherSeal.open(seal.seal(official))).isEqualTo(new CodeOpening.Forged(false));
        assertThat(new CodeSeal(KEY, "other", HASH).open(text)).isEqualTo(new CodeOpening.OtherMeeting());
        assertThat(new CodeSeal(KEY, "meeting", "cd".repeat(32)).open(text)).isEqualTo(new CodeOpening.OtherMeeting());
    }

    @Test
    void foreignTextIsNotOurs() {
        for (String text : new String[] {"", "HTTPS://EXAMPLE.ORG", "lower case", "::::", "A".repeat(50), "中文"}) {
            assertThat(seal.open(text)).as(text).isEqualTo(new CodeOpening.NotOurs());
        }
    }

    @Test
    void aKeyThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> new CodeSeal(new byte[15], "meeting", HASH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The examples of RFC 9285, section 4.3. */
    @Test
    void base45IsThatOfTheStandard() {
        assertThat(Base45.encode("AB".getBytes(StandardCharsets.US_ASCII))).isEqualTo("BB8");
        assertThat(Base45.encode("Hello!!".getBytes(StandardCharsets.US_ASCII))).isEqualTo("%69 VD92EX0");
        assertThat(Base45.encode("base-45".getBytes(StandardCharsets.US_ASCII))).isEqualTo("UJCLQE7W581");
        assertThat(Base45.decode("QED8WEX0").map(b -> new String(b, StandardCharsets.US_ASCII))).contains("ietf!");
        assertThat(Base45.decode("GGW")).isEmpty();
        assertThat(Base45.decode(":::")).isEmpty();
    }
}
