package org.tallyroom.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a TIFF file says about one of its pages (TIFF 6.0 §2, BigTIFF), read without any decoder: decoders fill missing
 * strips with white, without a warning.
 *
 * @param number of the page in the file, from 0, thumbnails included
 * @param fields the numbers of every field, by its tag
 * @param complete every strip or tile lies inside the file, and an uncompressed page has all its bytes
 */
record TiffDirectory(int number, Map<Integer, List<Double>> fields, boolean complete) {

    static final int COMPRESSION = 259;
    static final int PHOTOMETRIC = 262;
    static final int FILL_ORDER = 266;
    static final int STRIP_OFFSETS = 273;
    static final int SAMPLES = 277;
    static final int LINES_PER_STRIP = 278;
    static final int STRIP_BYTES = 279;
    static final int FAX_OPTIONS = 292;
    static final int JPEG_TABLES = 347;
    private static final int NEW_SUBFILE = 254;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;
    private static final int TILE_OFFSETS = 324;
    private static final int TILE_BYTES = 325;

    /** TIFF 6.0 §8. */
    private static final int UNCOMPRESSED = 1;

    /** Pages nobody scans in one file; a longer chain is a loop. */
    private static final int MOST_PAGES = 100_000;

    TiffDirectory {
        fields = Map.copyOf(fields);
    }

    long width() {
        return value(WIDTH, 0);
    }

    long height() {
        return value(HEIGHT, 0);
    }

    /** Horizontal resolution, in any unit; 0 when it is not told. */
    double xPerUnit() {
        return values(X_RESOLUTION).stream().findFirst().orElse(0.0);
    }

    /** Vertical resolution, in the same unit; 0 when it is not told. */
    double yPerUnit() {
        return values(Y_RESOLUTION).stream().findFirst().orElse(0.0);
    }

    /** A small copy of another page, which programs that list pictures show. */
    boolean thumbnail() {
        return (value(NEW_SUBFILE, 0) & 1) != 0;
    }

    boolean oneBit() {
        return value(BITS, 1) == 1 && value(SAMPLES, 1) == 1;
    }

    long value(int tag, long otherwise) {
        return values(tag).stream().findFirst().map(Double::longValue).orElse(otherwise);
    }

    List<Double> values(int tag) {
        return fields.getOrDefault(tag, List.of());
    }

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
            Map<Integer, List<Double>> fields = new HashMap<>();
            long[] next = {0};
            if (!words.directory(at, fields, next)) {
                return new Chain(pages, true);
            }
            pages.add(of(pages.size(), fields, file.length()));
            at = next[0];
        }
        boolean onlyThumbnails = pages.stream().allMatch(TiffDirectory::thumbnail);
        List<TiffDirectory> shown = pages.stream().filter(p -> onlyThumbnails || !p.thumbnail()).toList();
        return new Chain(shown, pages.isEmpty());
    }

    private static TiffDirectory of(int number, Map<Integer, List<Double>> fields, long length) {
        TiffDirectory page = new TiffDirectory(number, fields, true);
        boolean tiled = fields.containsKey(TILE_OFFSETS);
        List<Double> starts = page.values(tiled ? TILE_OFFSETS : STRIP_OFFSETS);
        List<Double> sizes = page.values(tiled ? TILE_BYTES : STRIP_BYTES);
        boolean complete = !starts.isEmpty() && starts.size() == sizes.size();
        for (int i = 0; complete && i < starts.size(); i++) {
            complete = sizes.get(i) > 0 && starts.get(i) + sizes.get(i) <= length;
        }
        double told = sizes.stream().mapToDouble(size -> size).sum();
        complete &= page.value(COMPRESSION, UNCOMPRESSED) != UNCOMPRESSED || told >= page.bytes();
        return new TiffDirectory(number, fields, complete);
    }

    /** Of an uncompressed page, whose lines begin at whole bytes. */
    private double bytes() {
        double bits = (double) Math.max(1, value(BITS, 1)) * Math.max(1, value(SAMPLES, 1));
        return Math.ceil(width() * bits / 8) * height();
    }

    /** Reads the file's numbers in its own byte order and width. */
    private static final class Words {

        private static final int RATIONAL = 5;
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
        boolean directory(long at, Map<Integer, List<Double>> fields, long[] next) throws IOException {
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

        private boolean field(Map<Integer, List<Double>> fields) throws IOException {
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
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(type == RATIONAL ? (double) number(4) / Math.max(1, number(4)) : number(size));
            }
            fields.put(tag, List.copyOf(values));
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
