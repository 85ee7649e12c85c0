package org.tallyroom.vision;

import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What the bytes of a picture file say about it before any pixel is decoded.
 *
 * @param bitsPerPixel of the file: 1 for black and white, 8 for gray, 24 for colour
 * @param complete the end marker is there; OpenCV decodes half a file without an exception
 */
public record PictureHeader(int width, int height, int bitsPerPixel, boolean complete) {

    /** Empty for anything but JPEG and PNG, and for a header that breaks off or contradicts itself. */
    public static Optional<PictureHeader> of(byte[] file) {
        if (startsWith(file, 0xff, 0xd8, 0xff)) {
            return jpeg(file);
        }
        return startsWith(file, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a) ? png(file) : Optional.empty();
    }

    public long pixels() {
        return (long) width * height;
    }

    /** Walks the segments (ITU-T T.81, annex B): inside coded data FF is always stuffed, so a marker is a marker. */
    private static Optional<PictureHeader> jpeg(byte[] file) {
        Optional<PictureHeader> header = Optional.empty();
        JpegMarks marks = new JpegMarks(file);
        int at = 2;
        while (at + 1 < file.length) {
            int marker = byteAt(file, at + 1);
            if (byteAt(file, at) != 0xff || marker == 0xff || marker == 0x00 || (marker >= 0xd0 && marker <= 0xd8)) {
                at = marks.next(at + 1);
                continue;
            }
            if (marker == 0xd9 || at + 3 >= file.length) {
                break;
            }
            if (isFrame(marker) && at + 9 < file.length) {
                header = valid(new PictureHeader(
                        word(file, at + 7), word(file, at + 5), 8 * byteAt(file, at + 9), false));
            }
            at += 2 + word(file, at + 2);
        }
        boolean ended = at + 1 < file.length && byteAt(file, at) == 0xff && byteAt(file, at + 1) == 0xd9;
        return header.map(h -> new PictureHeader(h.width, h.height, h.bitsPerPixel, ended));
    }

    /** SOF0 … SOF15 without DHT, JPG and DAC, which share their range. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Walks the chunks (PNG specification, third edition, §5); a wrong check sum makes the picture incomplete. */
    private static Optional<PictureHeader> png(byte[] file) {
        if (file.length < 33) {
            return Optional.empty();
        }
        int channels = switch (byteAt(file, 25)) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        int bits = byteAt(file, 24) * channels;
        return valid(new PictureHeader(doubleWord(file, 16), doubleWord(file, 20), bits, pngEnds(file)));
    }

    private static boolean pngEnds(byte[] file) {
        CRC32 crc = new CRC32();
        long at = 8;
        while (at + 12 <= file.length) {
            int start = (int) at;
            long length = doubleWord(file, start) & 0xffffffffL;
            if (at + 12 + length > file.length) {
                return false;
            }
            crc.reset();
            crc.update(file, start + 4, (int) length + 4);
            if ((int) crc.getValue() != doubleWord(file, start + 8 + (int) length)) {
                return false;
            }
            if (doubleWord(file, start + 4) == 0x49454e44) {
                return true;
            }
            at += 12 + length;
        }
        return false;
    }

    private static Optional<PictureHeader> valid(PictureHeader header) {
        return Optional.of(header).filter(h -> h.width > 0 && h.height > 0);
    }

    private static boolean startsWith(byte[] file, int... magic) {
        if (file.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (byteAt(file, i) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static int byteAt(byte[] file, int at) {
        return file[at] & 0xff;
    }

    private static int word(byte[] file, int at) {
        return byteAt(file, at) << 8 | byteAt(file, at + 1);
    }

    private static int doubleWord(byte[] file, int at) {
        return word(file, at) << 16 | word(file, at + 2);
    }
}
