package org.tallyroom.sheetcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortCodeTest {

    private static final long SEED = 20140618;

    @Test
    void everySingleWrongCharacterIsCaught() {
        Random random = new Random(SEED);
        for (int n = 0; n < 500; n++) {
            String code = draw(random).value();
            for (int i = 0; i < ShortCode.LENGTH; i++) {
                for (char wrong : ShortCode.ALPHABET.toCharArray()) {
                    String changed = code.substring(0, i) + wrong + code.substring(i + 1);
                    assertThat(ShortCode.parse(changed).isPresent())
                            .as("%s for %s, seed %d", changed, code, SEED)
                            .isEqualTo(wrong == code.charAt(i));
                }
            }
        }
    }

    @Test
    void everySwapOfTwoCharactersIsCaught() {
        Random random = new Random(SEED);
        for (int n = 0; n < 2000; n++) {
            String code = draw(random).value();
            for (int i = 0; i < ShortCode.LENGTH; i++) {
                for (int j = i + 1; j < ShortCode.LENGTH; j++) {
                    char[] swapped = code.toCharArray();
                    swapped[i] = code.charAt(j);
                    swapped[j] = code.charAt(i);
                    assertThat(ShortCode.parse(new String(swapped)).isPresent())
                            .as("%s for %s, seed %d", new String(swapped), code, SEED)
                            .isEqualTo(code.charAt(i) == code.charAt(j));
                }
            }
        }
    }

    @Test
    void whatAPersonTypesIsForgivenItsSpacesDashesAndCase() {
        ShortCode code = draw(new Random(SEED));
        String grouped = code.grouped();
        assertThat(grouped).matches("\\w{3} \\w{3} \\w{3}");
        assertThat(ShortCode.parse(grouped.toLowerCase() + " ")).contains(code);
        assertThat(ShortCode.parse(grouped.replace(' ', '-'))).contains(code);
        assertThat(ShortCode.parse(code.value() + "A")).isEmpty();
        assertThat(ShortCode.parse("")).isEmpty();
        assertThatThrownBy(() -> new ShortCode("AAAAAAAAO")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsAreEvenOverTheAlphabet() {
        Random random = new Random(SEED);
        int[] seen = new int[ShortCode.ALPHABET.length()];
        for (int n = 0; n < 20_000; n++) {
            draw(random).value().chars().forEach(c -> seen[ShortCode.ALPHABET.indexOf(c)]++);
        }
        double expected = 20_000.0 * ShortCode.LENGTH / seen.length;
        double chiSquare = Arrays.stream(seen).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
        assertThat(chiSquare).as("22 degrees of freedom, seed %d", SEED).isLessThan(48.3);
    }

    private static ShortCode draw(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return ShortCode.draw(bytes);
    }
}
