package org.tallyroom.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntUnaryOperator;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.tallyroom.layout.TextMetrics;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;

/**
 * The one font of everything printed: Noto Sans SC (OFL), regular and bold, which comes with the program and is
 * embedded as the subset in use. Reading it takes 0.3 s, so it is made once and shared by the documents of one thread.
 */
public final class PrintFont {

    private static final String FOLDER = "/fonts/ttf/NotoSansSC/NotoSansSC-";

    private final TrueTypeFont regular;
    private final TrueTypeFont bold;

    private PrintFont(TrueTypeFont regular, TrueTypeFont bold) {
        this.regular = regular;
        this.bold = bold;
    }

    public static PrintFont load() {
        return new PrintFont(read("Regular"), read("Bold"));
    }

    /** What laying out needs to know of the font. */
    public TextMetrics metrics() {
        return TextMetrics.of(advances(regular), advances(bold));
    }

    TrueTypeFont regular() {
        return regular;
    }

    PDFont regularIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, regular, true);
    }

    PDFont boldIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, bold, true);
    }

    private static TrueTypeFont read(String weight) {
        String name = FOLDER + weight + ".ttf";
        if (PrintFont.class.getResource(name) == null) {
            throw new WorldBroke(Message.of("pdf.font-missing"));
        }
        try (InputStream in = PrintFont.class.getResourceAsStream(name)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // A ligature would make one glyph of a fingerprint's "ff", which neither metrics nor text search expect.
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new WorldBroke(Message.of("pdf.font-missing"), e);
        }
    }

    private static IntUnaryOperator advances(TrueTypeFont font) {
        try {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            return codePoint -> {
                int glyph = glyphs.getGlyphId(codePoint);
                return glyph == 0 ? -1 : advance(font, glyph);
            };
        } catch (IOException e) {
            throw new WorldBroke(Message.of("pdf.font-missing"), e);
        }
    }

    /** The font has 1,000 units to the em, so its advances are 1/1000 em. */
    private static int advance(TrueTypeFont font, int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new WorldBroke(Message.of("pdf.font-missing"), e);
        }
    }
}
