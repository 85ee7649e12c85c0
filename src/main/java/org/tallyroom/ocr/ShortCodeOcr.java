package org.tallyroom.ocr;

import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI;
import org.tallyroom.image.PageImage;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.sheetcode.ShortCode;
import org.tallyroom.vision.Sampler;

/**
 * Proposes what a printed short code says. Confidence values are of no use (measured), so there are none: the check
 * character and the issued codes decide. Holds one engine; not for several threads at once.
 */
public final class ShortCodeOcr implements AutoCloseable {

    private static final int DPI = 300;

    /** Sizes tried: of 100 codes one size reads 96 or 97, both 98, a third adds none. */
    private static final double[] SCALES = {0.7, 0.5};

    private final TessAPI library = Engine.library();
    private final TessBaseAPI engine = library.TessBaseAPICreate();

    public ShortCodeOcr() {
        if (library.TessBaseAPIInit3(engine, Engine.languages().toString(), "eng") != 0) {
            library.TessBaseAPIDelete(engine);
            throw new WorldBroke(Message.of("ocr.not-loaded"));
        }
        library.TessBaseAPISetVariable(engine, "debug_file", Platform.isWindows() ? "NUL" : "/dev/null");
        library.TessBaseAPISetVariable(engine, "tessedit_char_whitelist", ShortCode.ALPHABET);
        library.TessBaseAPISetPageSegMode(engine, TessPageSegMode.PSM_SINGLE_LINE);
    }

    /**
     * Readings of one line of print, without spaces, each only once, the likeliest first.
     *
     * @param crop the line upright at about 300 dpi with little around it
     */
    public List<String> propose(PageImage crop) {
        Set<String> proposals = new LinkedHashSet<>();
        for (double scale : SCALES) {
            proposals.add(read(shrunk(crop, scale)));
        }
        proposals.remove("");
        return List.copyOf(proposals);
    }

    private String read(Line line) {
        library.TessBaseAPISetImage(engine, line.pixels, line.width, line.height, 1, line.width);
        library.TessBaseAPISetSourceResolution(engine, DPI);
        Pointer text = library.TessBaseAPIGetUTF8Text(engine);
        if (text == null) {
            return "";
        }
        String read = text.getString(0, StandardCharsets.UTF_8.name()).replaceAll("\\s", "");
        library.TessDeleteText(text);
        library.TessBaseAPIClear(engine);
        return read;
    }

    private record Line(ByteBuffer pixels, int width, int height) {}

    /** Each pixel is the mean of the four nearest places of the picture. */
    private static Line shrunk(PageImage crop, double scale) {
        int width = (int) (crop.width() * scale);
        int height = (int) (crop.height() * scale);
        ByteBuffer pixels = ByteBuffer.allocateDirect(width * height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double level = Sampler.level(crop, (x + 0.25) / scale, (y + 0.25) / scale)
                        + Sampler.level(crop, (x + 0.75) / scale, (y + 0.25) / scale)
                        + Sampler.level(crop, (x + 0.25) / scale, (y + 0.75) / scale)
                        + Sampler.level(crop, (x + 0.75) / scale, (y + 0.75) / scale);
                pixels.put((byte) Math.round(level / 4));
            }
        }
        pixels.flip();
        return new Line(pixels, width, height);
    }

    @Override
    public void close() {
        library.TessBaseAPIEnd(engine);
        library.TessBaseAPIDelete(engine);
    }
}
