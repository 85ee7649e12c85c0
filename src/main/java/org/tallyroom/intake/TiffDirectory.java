package org.tallyroom.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a TIFF file says about its pages (TIFF 6.0 §2, BigTIFF), read without any decoder: decoders fill missing strips
 * with white, without a warning.
 *
 * @param complete every strip or tile lies inside the file, and an uncompressed page has all its bytes
 * @param xPerUnit horizontal resolution, in any unit; 0 when it is not told
 * @param yPerUnit vertical resolution, in the same unit; 0 when it is not told
 */
record TiffDirectory(long width, long height, boolean complete, double xPerUnit, double yPerUnit) {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int SAMPLES = 277;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;

    /** TIFF 6.0 §8. */
    private static final int UNCOMPRESSED = 1;

    /** Pages nobody scans in one file; a longer chain is a loop. */
    private static final int MOST_PAGES = 100_000;

    /** @param brokenOff the chain of pages leads out of the file: an unknown number of pages is missing */
    record Chain(List<TiffDirectory> pages, boolean brokenOff) {}

    static Chain of(RandomAccessFile file) throws IOException {
        Words words = new Words(file);
        List<TiffDirectory> pages = new ArrayList<>();
        long at = words.firstDirectory();
        while (at != 0) {
            if (at >= file.length() || pages.size() > MOST_PAGES) {
                return new Chain(pages, true);
            }
            Map<Integer, double[]> fields = new HashMap<>();
            long[] next = {0};
            if (!words.directory(at, fields, next)) {
                return new Chain(pages, true);
            }
            pages.add(of(fields, file.length()));
            at = next[0];
        }
        return new Chain(pages, pages.isEmpty());
    }

    private static TiffDirectory of(Map<Integer, double[]> fields, long length) {
        double[] starts = fields.getOrDefault(STRIP_OFFSETS, fields.getOrDefault(TILE_OFFSETS, new double[0]));
        double[] sizes = fields.getOrDefault(STRIP_BYTES, fields.getOrDefault(TILE_BYTES, new double[0]));
        boolean complete = starts.length > 0 && starts.length == sizes.length;
        for (int i = 0; complete && i < starts.length; i++) {
            complete = sizes[i] > 0 && starts[i] + sizes[i] <= length;
        }
        complete &= first(fields, COMPRESSION) > UNCOMPRESSED || Arrays.stream(sizes).sum() >= bytes(fields);
        return new TiffDirectory(
                (long) first(fields, WIDTH),
                (long) first(fields, HEIGHT),
                complete,
                first(fields, X_RESOLUTION),
                first(fields, Y_RESOLUTION));
    }

    /** Of an uncompressed page, whose lines begin at whole bytes; one bit and one sample where nothing else is said. */
    private static double bytes(Map<Integer, double[]> fields) {
        double bits = Math.max(1, first(fields, BITS)) * Math.max(1, first(fields, SAMPLES));
        return Math.ceil(first(fields, WIDTH) * bits / 8) * first(fields, HEIGHT);
    }

    private static double first(Map<Integer, double[]> fields, int tag) {
        return Arrays.stream(fields.getOrDefault(tag, new double[0])).findFirst().orElse(0);
    }

    /** Reads the file's numbers in its own byte order and width. */
    private static final class Words {

        private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

        /** Values of one field; a page of 100 million pixels in strips of one line has far fewer. */
        private static final long MOST_VALUES = 1_000_000;

        private final RandomAccessFile file;
        private final boolean little;
        private final boolean big;

        Words(RandomAccessFile file) throws IOException {
            this.file = file;
            file.seek(0);
            this.little = file.readUnsignedByte() == 'I';
            file.seek(2);
            this.big = number(2) == 43;
        }

        long firstDirectory() throws IOException {
            file.seek(big ? 8 : 4);
            return file.length() < (big ? 16 : 8) ? file.length() : number(big ? 8 : 4);
        }

        /** @return whether the directory and all its fields lie inside the file */
        boolean directory(long at, Map<Integer, double[]> fields, long[] next) throws IOException {
            int entrySize = big ? 20 : 12;
            if (at + (big ? 8 : 2) > file.length()) {
                return false;
            }
            file.seek(at);
            long entries = number(big ? 8 : 2);
            long first = file.getFilePointer();
            if (entries > MOST_VALUES || first + entries * entrySize + (big ? 8 : 4) > file.length()) {
                return false;
            }
            for (long i = 0; i < entries; i++) {
                file.seek(first + i * entrySize);
                if (!field(fields)) {
                    return false;
                }
            }
            file.seek(first + entries * entrySize);
            next[0] = number(big ? 8 : 4);
            return true;
        }

        private boolean field(Map<Integer, double[]> fields) throws IOException {
            int tag = (int) number(2);
            int type = (int) number(2);
            long count = number(big ? 8 : 4);
            int size = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
            if (size == 0 || count > MOST_VALUES) {
                return true;
            }
            if (count * size > (big ? 8 : 4)) {
                long place = number(big ? 8 : 4);
                if (place + count * size > file.length()) {
                    return false;
                }
                file.seek(place);
            }
            double[] values = new double[(int) count];
            for (int i = 0; i < values.length; i++) {
                values[i] = type == 5 ? (double) number(4) / Math.max(1, number(4)) : number(size);
            }
            fields.put(tag, values);
            return true;
        }

        private long number(int bytes) throws IOException {
            long value = 0;
            for (int i = 0; i < bytes; i++) {
                long one = file.readUnsignedByte();
                value |= one << 8 * (little ? i : bytes - 1 - i);
            }
            return value;
        }
    }
}
