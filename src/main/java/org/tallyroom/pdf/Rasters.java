package org.tallyroom.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.MultiPixelPackedSampleModel;
import java.awt.image.Raster;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Pictures;

/** Makes page images from pictures that other decoders (TIFF, PDF) have already unpacked. */
public final class Rasters {

    private Rasters() {}

    /** Gray samples are taken as they are: a colour conversion would move every threshold. */
    public static PageImage page(BufferedImage picture) {
        ColorModel colours = picture.getColorModel();
        boolean oneBit = colours.getPixelSize() == 1 && picture.getSampleModel() instanceof MultiPixelPackedSampleModel;
        if (oneBit && picture.getRaster().getDataBuffer() instanceof DataBufferByte) {
            return bilevel(picture);
        }
        if (colours.getNumComponents() == 1 && !(colours instanceof IndexColorModel)) {
            return gray(picture.getRaster(), colours.getPixelSize());
        }
        return colour(picture);
    }

    /** The same levels, known to come from a scan of one bit. */
    static PageImage asBilevel(PageImage page) {
        byte[] levels = new byte[page.width() * page.height()];
        for (int y = 0; y < page.height(); y++) {
            page.copyRow(0, y, page.width(), levels, y * page.width());
        }
        return PageImage.ofBilevel(page.width(), page.height(), levels);
    }

    private static PageImage bilevel(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte zero = (byte) (picture.getColorModel().getRGB(0) & 0xff);
        byte one = (byte) (picture.getColorModel().getRGB(1) & 0xff);
        byte[] bits = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        MultiPixelPackedSampleModel model = (MultiPixelPackedSampleModel) picture.getSampleModel();
        byte[] levels = new byte[width * height];
        for (int y = 0, at = 0; y < height; y++) {
            int line = y * model.getScanlineStride();
            for (int x = 0; x < width; x++, at++) {
                levels[at] = (bits[line + (x >> 3)] & 0x80 >> (x & 7)) == 0 ? zero : one;
            }
        }
        return PageImage.ofBilevel(width, height, levels);
    }

    private static PageImage gray(Raster raster, int bits) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] levels = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = (byte) (bits >= 8 ? row[x] >> bits - 8 : row[x] * 255 / ((1 << bits) - 1));
            }
        }
        return PageImage.ofGray(width, height, levels);
    }

    private static PageImage colour(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] blueGreenRed = new byte[3 * width * height];
        int[] row = new int[width];
        for (int y = 0, at = 0; y < height; y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int pixel : row) {
                int alpha = pixel >>> 24;
                for (int shift = 0; shift <= 16; shift += 8) {
                    blueGreenRed[at++] = (byte) (((pixel >> shift & 0xff) * alpha + 255 * (255 - alpha)) / 255);
                }
            }
        }
        return Pictures.ofColours(width, height, blueGreenRed);
    }
}
