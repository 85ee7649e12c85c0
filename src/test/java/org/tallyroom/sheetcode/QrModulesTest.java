package org.tallyroom.sheetcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tallyroom.image.PageImage;

class QrModulesTest {

    private static final long SEED = 42;
    private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final String TEXT = new CodeSeal(KEY, "m", "00".repeat(32))
            .seal(new SheetCode(0, 3, 1, 1, false, "a1".repeat(12)));

    @Test
    void theModulesReadBackThemselves() {
        assertThat(QrReader.read(votes(QrModules.of(TEXT), 0, new Random(SEED)))).contains(TEXT);
    }

    /** Level H corrects 8 of 25 codewords in each of four blocks; single wrong modules spoil a codeword each. */
    @Test
    void scatteredDamageIsCorrected() {
        Random random = new Random(SEED);
        for (int n = 0; n < 200; n++) {
            assertThat(QrReader.read(votes(QrModules.of(TEXT), 12, random))).as("seed %d", SEED).contains(TEXT);
        }
    }

    @Test
    void twoHalvesOfACodeMakeOne() {
        QrModules modules = QrModules.of(TEXT);
        ModuleVotes upper = ModuleVotes.of((c, r) -> r < 17 ? dark(modules, c, r) : 0.5);
        ModuleVotes lower = ModuleVotes.of((c, r) -> r >= 17 ? dark(modules, c, r) : 0.5);
        assertThat(QrReader.read(upper)).isEmpty();
        assertThat(QrReader.read(lower)).isEmpty();
        assertThat(QrReader.read(upper.plus(lower))).contains(TEXT);
    }

    @Test
    void noiseIsNoCode() {
        Random random = new Random(SEED);
        for (int n = 0; n < 200; n++) {
            assertThat(QrReader.read(ModuleVotes.of((c, r) -> random.nextDouble()))).isEmpty();
        }
    }

    @Test
    void theFinderReadsAPictureInEveryOrientation() {
        QrModules modules = QrModules.of(TEXT);
        for (int turn = 0; turn < 4; turn++) {
            assertThat(QrReader.find(picture(modules, turn))).as("turned %d times", turn).isEqualTo(Optional.of(TEXT));
        }
    }

    @Test
    void aTextThatNeedsALargerCodeIsRefused() {
        assertThatThrownBy(() -> QrModules.of("A".repeat(51))).isInstanceOf(IllegalArgumentException.class);
    }

    private static ModuleVotes votes(QrModules modules, int wrong, Random random) {
        boolean[] flipped = new boolean[QrModules.SIDE * QrModules.SIDE];
        for (int i = 0; i < wrong; i++) {
            flipped[random.nextInt(flipped.length)] = true;
        }
        return ModuleVotes.of((c, r) -> {
            double dark = dark(modules, c, r);
            return flipped[r * QrModules.SIDE + c] ? 1 - dark : dark;
        });
    }

    private static double dark(QrModules modules, int column, int row) {
        return modules.dark(column, row) ? 0.9 : 0.1;
    }

    private static PageImage picture(QrModules modules, int turn) {
        int scale = 8;
        int side = (QrModules.SIDE + 8) * scale;
        byte[] gray = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int c = x / scale - 4;
                int r = y / scale - 4;
                boolean inside = c >= 0 && r >= 0 && c < QrModules.SIDE && r < QrModules.SIDE;
                int far = side - 1;
                int at = switch (turn) {
                    case 0 -> y * side + x;
                    case 1 -> x * side + far - y;
                    case 2 -> (far - y) * side + far - x;
                    default -> (far - x) * side + y;
                };
                gray[at] = inside && modules.dark(c, r) ? 0 : (byte) 255;
            }
        }
        return PageImage.ofGray(side, side, gray);
    }
}
