package org.tallyroom.vision;

import java.util.List;
import java.util.Optional;
import org.tallyroom.image.PageImage;

/**
 * A black-and-white picture as fax machines and scanners code it (ITU-T T.4 and T.6), still packed.
 *
 * @param width px
 * @param height px
 * @param coding how every line is coded
 * @param blackIsOne whether the coding's black runs are black on paper, as they nearly always are
 * @param xPerUnit horizontal resolution, in any unit; 0 when it is not told
 * @param yPerUnit vertical resolution, in the same unit; 0 when it is not told
 * @param linesPerStrip lines of every strip but the last
 * @param strips coded apart from each other, from the top; highest bit first
 */
public record Fax(
        int width,
        int height,
        Coding coding,
        boolean blackIsOne,
        double xPerUnit,
        double yPerUnit,
        int linesPerStrip,
        List<byte[]> strips) {

    /** How lines are coded. */
    public enum Coding {
        /** Group 4: every line by its difference from the line above. */
        T6,
        /** Group 3: run lengths, lines parted by marks. */
        T4,
        /** Group 3 with lines that are coded by their difference in between. */
        T4_MIXED,
        /** Run lengths as in group 3, without marks, every line beginning at a whole byte (TIFF 6.0 §10). */
        BYTES
    }

    /** Resolutions are kept to this part of their unit, so that a file read again gives the same pixels. */
    static final int PART = 1000;

    public Fax {
        strips = List.copyOf(strips);
        xPerUnit = Math.rint(Math.min(Math.max(xPerUnit, 0), PART * PART) * PART) / PART;
        yPerUnit = Math.rint(Math.min(Math.max(yPerUnit, 0), PART * PART) * PART) / PART;
        if (width < 1 || height < 1 || linesPerStrip < 1 || (long) width * height > Pictures.MAX_PIXELS) {
            throw new IllegalArgumentException("a fax of " + width + " × " + height + " px");
        }
    }

    /**
     * The page with square pixels; nothing when a line is missing, a code is unknown or anything is left over. Other
     * decoders leave the rest of a broken page white, which would read as a blank ballot.
     */
    public Optional<PageImage> page() {
        byte[] gray = new byte[width * height];
        int line = 0;
        for (byte[] strip : strips) {
            int lines = Math.min(linesPerStrip, height - line);
            if (lines <= 0 || !new FaxLines(strip, coding, width).unpack(lines, gray, line * width, blackIsOne)) {
                return Optional.empty();
            }
            line += lines;
        }
        return line < height
                ? Optional.empty()
                : Optional.of(Squared.square(PageImage.ofBilevel(width, height, gray), xPerUnit, yPerUnit));
    }

    /** As a TIFF file of one page, which {@link Pictures#decode} reads again. */
    public byte[] file() {
        return FaxFile.bytes(this);
    }
}
