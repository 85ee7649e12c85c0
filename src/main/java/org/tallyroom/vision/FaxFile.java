package org.tallyroom.vision;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.vision.Fax.Coding;

/**
 * A fax as a TIFF file (TIFF 6.0), without any note: the coded lines of the scanner, unchanged, with fields always in
 * the same order. Reads the files it writes and no others.
 */
final class FaxFile {

    private static final byte[] MAGIC = {'I', 'I', 42, 0, 8, 0, 0, 0, 11, 0};
    private static final int ENTRY = 12;
    private static final int FIELDS = 11;
    private static final int FIRST_VALUE = MAGIC.length + FIELDS * ENTRY + 4;

    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private FaxFile() {}

    static byte[] bytes(Fax fax) {
        int strips = fax.strips().size();
        int offsets = FIRST_VALUE + 16;
        int data = offsets + 8 * strips;
        int size = data + fax.strips().stream().mapToInt(strip -> strip.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(MAGIC);
        field(file, 256, LONG, 1, fax.width());
        field(file, 257, LONG, 1, fax.height());
        field(file, 258, LONG, 1, 1);
        field(file, 259, LONG, 1, compression(fax.coding()));
        field(file, 262, LONG, 1, fax.blackIsOne() ? 0 : 1);
        field(file, 273, LONG, strips, strips == 1 ? data : offsets);
        field(file, 278, LONG, 1, fax.linesPerStrip());
        field(file, 279, LONG, strips, strips == 1 ? fax.strips().get(0).length : offsets + 4 * strips);
        field(file, 282, RATIONAL, 1, FIRST_VALUE);
        field(file, 283, RATIONAL, 1, FIRST_VALUE + 8);
        field(file, 292, LONG, 1, fax.coding() == Coding.T4_MIXED ? 1 : 0);
        file.putInt(0);
        file.putInt((int) Math.round(fax.xPerUnit() * Fax.PART)).putInt(Fax.PART);
        file.putInt((int) Math.round(fax.yPerUnit() * Fax.PART)).putInt(Fax.PART);
        int at = data;
        for (byte[] strip : fax.strips()) {
            file.putInt(at);
            at += strip.length;
        }
        fax.strips().forEach(strip -> file.putInt(strip.length));
        fax.strips().forEach(file::put);
        return file.array();
    }

    static boolean isFax(byte[] file) {
        return file.length > FIRST_VALUE + 16 && ByteBuffer.wrap(file, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    /** @param file one that {@link #isFax}; nothing for one that was changed since */
    static Optional<Fax> read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            return Optional.of(new Fax(
                    value(in, 0),
                    value(in, 1),
                    coding(value(in, 3), value(in, 10)),
                    value(in, 4) == 0,
                    (double) in.getInt(FIRST_VALUE) / Fax.PART,
                    (double) in.getInt(FIRST_VALUE + 8) / Fax.PART,
                    value(in, 6),
                    strips(in)));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException changed) {
            // Numbers that lead out of the file or contradict each other: one more damaged file.
            return Optional.empty();
        }
    }

    private static List<byte[]> strips(ByteBuffer in) {
        List<byte[]> strips = new ArrayList<>();
        int count = in.getInt(MAGIC.length + 5 * ENTRY + 4);
        in.position(FIRST_VALUE + 16 + 8 * count);
        for (int i = 0; i < count; i++) {
            byte[] strip = new byte[Math.min(in.getInt(FIRST_VALUE + 16 + 4 * (count + i)), in.remaining())];
            in.get(strip);
            strips.add(strip);
        }
        return strips;
    }

    private static void field(ByteBuffer file, int tag, int type, int count, int value) {
        file.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static int value(ByteBuffer in, int field) {
        return in.getInt(MAGIC.length + field * ENTRY + 8);
    }

    private static int compression(Coding coding) {
        return switch (coding) {
            case BYTES -> 2;
            case T4, T4_MIXED -> 3;
            case T6 -> 4;
        };
    }

    private static Coding coding(int compression, int options) {
        return switch (compression) {
            case 2 -> Coding.BYTES;
            case 3 -> options == 0 ? Coding.T4 : Coding.T4_MIXED;
            case 4 -> Coding.T6;
            default -> throw new IllegalArgumentException("compression " + compression);
        };
    }
}
