package org.tallyroom.rehearsal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.Deflater;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Pictures;

/**
 * Pages as the bytes of one TIFF file, one strip a page: gray ones as JPEG (Adobe's technical note 2 on TIFF 6.0),
 * black-and-white ones with 1 bit a pixel (Deflate, its supplement 2).
 */
final class TiffFile {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int ENTRIES = 11;
    private static final int DIRECTORY_BYTES = 2 + 12 * ENTRIES + 4;
    private static final int JPEG = 7;
    private static final int DEFLATE = 8;
    private static final int BLACK_IS_ZERO = 1;

    private TiffFile() {}

    static byte[] of(List<Scan> scans) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(little(8).put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).array());
        for (int i = 0; i < scans.size(); i++) {
            byte[] strip = strip(scans.get(i));
            int pad = strip.length % 2;
            int resolution = file.size() + DIRECTORY_BYTES;
            int next = i + 1 == scans.size() ? 0 : resolution + 8 + strip.length + pad;
            file.writeBytes(directory(scans.get(i), strip.length, resolution, next));
            file.writeBytes(little(8).putInt(scans.get(i).dpi()).putInt(1).array());
            file.writeBytes(strip);
            file.writeBytes(new byte[pad]);
        }
        return file.toByteArray();
    }

    /** @param resolution offset of the two numbers behind the directory, which the strip follows */
    private static byte[] directory(Scan scan, int stripBytes, int resolution, int next) {
        PageImage page = scan.image();
        ByteBuffer directory = little(DIRECTORY_BYTES).putShort((short) ENTRIES);
        entry(directory, 256, LONG, page.width());
        entry(directory, 257, LONG, page.height());
        entry(directory, 258, SHORT, page.bilevel() ? 1 : 8);
        entry(directory, 259, SHORT, page.bilevel() ? DEFLATE : JPEG);
        entry(directory, 262, SHORT, BLACK_IS_ZERO);
        entry(directory, 273, LONG, resolution + 8);
        entry(directory, 277, SHORT, 1);
        entry(directory, 278, LONG, page.height());
        entry(directory, 279, LONG, stripBytes);
        entry(directory, 282, RATIONAL, resolution);
        entry(directory, 283, RATIONAL, resolution);
        return directory.putInt(next).array();
    }

    private static void entry(ByteBuffer directory, int tag, int type, int value) {
        directory.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }

    private static byte[] strip(Scan scan) {
        PageImage page = scan.image();
        return page.bilevel() ? deflate(bits(page)) : Pictures.jpeg(page, scan.jpegQuality());
    }

    private static byte[] bits(PageImage page) {
        int stride = (page.width() + 7) / 8;
        byte[] bits = new byte[stride * page.height()];
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                int white = page.gray(x, y) > 127 ? 0x80 >> (x % 8) : 0;
                bits[y * stride + x / 8] |= (byte) white;
            }
        }
        return bits;
    }

    private static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(plain);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 16];
        while (!deflater.finished()) {
            packed.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
