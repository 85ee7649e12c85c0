package org.tallyroom.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.FileImageInputStream;
import org.tallyroom.vision.Fax;
import org.tallyroom.vision.Fax.Coding;
import org.tallyroom.vision.Squared;

/** Takes the coded strips of a TIFF page out of its file, where they are a fax or a JPEG (TIFF 6.0 §10, §11, §22). */
final class TiffStrips {

    /** A coded page is never larger; more is an attack. */
    private static final double MOST_BYTES = 256 << 20;

    private static final int JPEG = 7;
    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int LUMINANCE_AND_COLOUR = 6;

    private final FileImageInputStream file;
    private final TiffDirectory page;

    TiffStrips(FileImageInputStream file, TiffDirectory page) {
        this.file = file;
        this.page = page;
    }

    Optional<Fax> fax() throws IOException {
        Optional<Coding> coding = coding();
        long photometric = page.value(TiffDirectory.PHOTOMETRIC, WHITE_IS_ZERO);
        if (coding.isEmpty() || !page.oneBit() || photometric > BLACK_IS_ZERO || !inStrips()) {
            return Optional.empty();
        }
        return Optional.of(new Fax(
                (int) page.width(),
                (int) page.height(),
                coding.get(),
                photometric == WHITE_IS_ZERO,
                page.xPerUnit(),
                page.yPerUnit(),
                linesPerStrip(),
                strips(page.value(TiffDirectory.FILL_ORDER, 1) == 2)));
    }

    /** One JPEG file of all strips; nothing for colours that a JPEG file cannot say. */
    Optional<byte[]> jpeg() throws IOException {
        long photometric = page.value(TiffDirectory.PHOTOMETRIC, -1);
        long samples = page.value(TiffDirectory.SAMPLES, 1);
        boolean plain = photometric == BLACK_IS_ZERO && samples == 1
                || photometric == LUMINANCE_AND_COLOUR && samples == 3;
        plain &= Squared.isSquare(page.xPerUnit(), page.yPerUnit());
        if (page.value(TiffDirectory.COMPRESSION, 0) != JPEG || !plain || !inStrips()) {
            return Optional.empty();
        }
        List<Double> told = page.values(TiffDirectory.JPEG_TABLES);
        byte[] tables = new byte[told.size()];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = told.get(i).byteValue();
        }
        return JpegStrips.joined(tables, strips(false), linesPerStrip(), (int) page.height());
    }

    private Optional<Coding> coding() {
        int compression = (int) page.value(TiffDirectory.COMPRESSION, 0);
        boolean mixed = (page.value(TiffDirectory.FAX_OPTIONS, 0) & 1) != 0;
        return switch (compression) {
            case 2 -> Optional.of(Coding.BYTES);
            case 3 -> Optional.of(mixed ? Coding.T4_MIXED : Coding.T4);
            case 4 -> Optional.of(Coding.T6);
            default -> Optional.empty();
        };
    }

    private boolean inStrips() {
        double bytes = page.values(TiffDirectory.STRIP_BYTES).stream().mapToDouble(size -> size).sum();
        return bytes > 0 && bytes <= MOST_BYTES && page.width() > 0 && page.height() > 0;
    }

    private int linesPerStrip() {
        long told = page.value(TiffDirectory.LINES_PER_STRIP, page.height());
        return (int) Math.max(1, Math.min(told, page.height()));
    }

    private List<byte[]> strips(boolean lowestBitFirst) throws IOException {
        List<Double> sizes = page.values(TiffDirectory.STRIP_BYTES);
        List<byte[]> strips = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            byte[] strip = new byte[sizes.get(i).intValue()];
            file.seek(page.values(TiffDirectory.STRIP_OFFSETS).get(i).longValue());
            file.readFully(strip);
            for (int b = 0; lowestBitFirst && b < strip.length; b++) {
                strip[b] = (byte) (Integer.reverse(strip[b]) >>> 24);
            }
            strips.add(strip);
        }
        return strips;
    }
}
