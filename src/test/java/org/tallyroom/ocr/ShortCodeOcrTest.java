package org.tallyroom.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tallyroom.image.PageImage;
import org.tallyroom.sheetcode.ShortCode;

/** The check character finds the right one among the proposals, and never a wrong one. */
class ShortCodeOcrTest {

    private static final int CODES = 100;
    private static final long SEED = 42;

    @Test
    void nearlyEveryPrintedCodeIsProposedAndNoWrongOnePasses() throws IOException, FontFormatException {
        Font font = font().deriveFont(Font.PLAIN, 16 * 300 / 72f);
        Random random = new Random(SEED);
        int right = 0;
        try (ShortCodeOcr ocr = new ShortCodeOcr()) {
            for (int i = 0; i < CODES; i++) {
                byte[] bytes = new byte[16];
                random.nextBytes(bytes);
                ShortCode printed = ShortCode.draw(bytes);
                Optional<ShortCode> read = ocr.propose(line(font, printed.grouped())).stream()
                        .flatMap(text -> ShortCode.parse(text).stream())
                        .findFirst();
                assertThat(read.orElse(printed)).as("seed %d, code %d", SEED, i).isEqualTo(printed);
                right += read.isPresent() ? 1 : 0;
            }
        }
        assertThat(right).as("of %d", CODES).isGreaterThanOrEqualTo(97);
    }

    @Test
    void anEmptyLineProposesNothing() {
        byte[] white = new byte[600 * 100];
        java.util.Arrays.fill(white, (byte) 255);
        try (ShortCodeOcr ocr = new ShortCodeOcr()) {
            assertThat(ocr.propose(PageImage.ofGray(600, 100, white))).isEmpty();
        }
    }

    private static Font font() throws IOException, FontFormatException {
        try (InputStream ttf = ShortCodeOcrTest.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf")) {
            return ttf == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 16) : Font.createFont(Font.TRUETYPE_FONT, ttf);
        }
    }

    private static PageImage line(Font font, String text) {
        BufferedImage picture = new BufferedImage(638, 130, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 638, 130);
        g.setColor(Color.BLACK);
        g.setFont(font);
        g.drawString(text, 24, 90);
        g.dispose();
        return PageImage.ofGray(638, 130, ((DataBufferByte) picture.getRaster().getDataBuffer()).getData().clone());
    }
}
