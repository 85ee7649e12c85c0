package org.tallyroom.intake;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Joins the JPEG strips of a TIFF page (TIFF Technical Note 2) into one JPEG file without decoding them: each strip
 * begins anew, as a JPEG does after a restart mark, so a mark between them is all that is missing (ITU-T T.81 §F.1.1).
 */
final class JpegStrips {

    private static final int MARK = 2;
    private static final int FRAME = 0xc0;
    private static final int SCAN = 0xda;
    private static final int RESTART_INTERVAL = 0xdd;

    private final byte[] file;
    private int frame = -1;
    private int scan = -1;
    private int coded = -1;
    private int end;
    private boolean restarts;

    private JpegStrips(byte[] file) {
        this.file = file;
        int at = MARK;
        while (coded < 0 && at + 4 <= file.length && file[at] == (byte) 0xff) {
            int marker = file[at + 1] & 0xff;
            if (marker == FRAME) {
                frame = at;
            }
            restarts |= marker == RESTART_INTERVAL;
            int next = at + MARK + word(at + MARK);
            if (marker == SCAN) {
                scan = at;
                coded = next;
            }
            at = next;
        }
        end = file.length;
        while (end > coded && file[end - 1] == 0) {
            end--;
        }
    }

    /** A baseline picture with its end mark, after which there may be zeros that fill the strip up. */
    private boolean plain() {
        boolean headed = frame > 0 && frame + 12 < file.length && coded > frame && coded + MARK <= end;
        return headed && file[end - 2] == (byte) 0xff && file[end - 1] == (byte) 0xd9;
    }

    /**
     * @param tables what the strips have in common, a JPEG of its own without a picture; may have no bytes
     * @param height of the whole page, px
     * @return nothing where the strips are not coded alike, or are themselves made of several scans
     */
    static Optional<byte[]> joined(byte[] tables, List<byte[]> strips, int linesPerStrip, int height) {
        List<JpegStrips> parts = strips.stream().map(JpegStrips::new).toList();
        JpegStrips first = parts.get(0);
        boolean whole = parts.size() == 1;
        if (!parts.stream().allMatch(JpegStrips::plain) || !whole && !first.continuedBy(parts, linesPerStrip)) {
            return Optional.empty();
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(0xff);
        joined.write(0xd8);
        joined.write(tables, Math.min(MARK, tables.length), Math.max(0, tables.length - 2 * MARK));
        byte[] head = Arrays.copyOfRange(first.file, MARK, first.coded);
        head[first.frame + 5 - MARK] = (byte) (height >> 8);
        head[first.frame + 6 - MARK] = (byte) height;
        int scan = first.scan - MARK;
        joined.write(head, 0, scan);
        if (!whole) {
            int blocks = first.blocks(linesPerStrip);
            joined.writeBytes(new byte[] {(byte) 0xff, (byte) RESTART_INTERVAL, 0, 4, (byte) (blocks >> 8), (byte) blocks});
        }
        joined.write(head, scan, head.length - scan);
        for (int i = 0; i < parts.size(); i++) {
            JpegStrips part = parts.get(i);
            joined.write(part.file, part.coded, part.end - MARK - part.coded);
            joined.write(0xff);
            joined.write(i + 1 < parts.size() ? 0xd0 + i % 8 : 0xd9);
        }
        return Optional.of(joined.toByteArray());
    }

    /** Whether all heads are the same but for the height, and every strip but the last is a whole number of blocks. */
    private boolean continuedBy(List<JpegStrips> parts, int linesPerStrip) {
        boolean alike = !restarts && parts.stream().allMatch(part -> part.coded == coded
                && Arrays.equals(file, 0, frame + 5, part.file, 0, frame + 5)
                && Arrays.equals(file, frame + 7, coded, part.file, frame + 7, coded));
        return alike && linesPerStrip % blockHeight() == 0 && blocks(linesPerStrip) <= 0xffff;
    }

    /** Interleaved blocks of a strip; a single component is never interleaved (ITU-T T.81 §A.2.2). */
    private int blocks(int lines) {
        int width = word(frame + 7);
        int blockWidth = components() == 1 ? 8 : 8 * Math.max(1, file[frame + 11] >> 4 & 15);
        return (width + blockWidth - 1) / blockWidth * (lines / blockHeight());
    }

    private int blockHeight() {
        return components() == 1 ? 8 : 8 * Math.max(1, file[frame + 11] & 15);
    }

    private int components() {
        return file[frame + 9];
    }

    private int word(int at) {
        return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
    }
}
