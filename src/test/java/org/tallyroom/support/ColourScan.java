package org.tallyroom.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Pictures;

/**
 * A colour scanner: a gray page with coloured ink that lets the print shine through, seen in some light, by a line of
 * red sensors that may lie beside the others, and kept as a JPEG whose colours are half as fine as its levels.
 *
 * @param light how much of the red, green and blue light comes back from white paper, ratio 0..1 each
 * @param redShift px by which the red sensors see everything further right
 * @param quality of the JPEG, 1..100
 */
public record ColourScan(double[] light, int redShift, int quality) {

    public static final ColourScan OFFICE = new ColourScan(new double[] {0.97, 0.97, 0.97}, 0, 80);

    /** @param ink drawn over the page in millimetres of an upright A4 page, on white */
    public PageImage of(PageImage page, Consumer<Graphics2D> ink) {
        BufferedImage layer = layer(page, ink);
        BufferedImage seen = new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                int from = Math.min(page.width() - 1, Math.max(0, x - redShift));
                int red = level(layer, from, y, 16) * page.gray(from, y) / 255;
                int green = level(layer, x, y, 8) * page.gray(x, y) / 255;
                int blue = level(layer, x, y, 0) * page.gray(x, y) / 255;
                seen.setRGB(x, y, lit(red, 0) << 16 | lit(green, 1) << 8 | lit(blue, 2));
            }
        }
        return Pictures.decode(jpeg(seen)).match(
                decoded -> decoded,
                () -> unread("truncated"),
                () -> unread("damaged"),
                (w, h) -> unread("too large"));
    }

    private int lit(int level, int channel) {
        return (int) Math.round((10 + level * 245 / 255.0) * light[channel]);
    }

    private static int level(BufferedImage layer, int x, int y, int shift) {
        return layer.getRGB(x, y) >> shift & 0xff;
    }

    private static BufferedImage layer(PageImage page, Consumer<Graphics2D> ink) {
        BufferedImage layer = new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = layer.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, page.width(), page.height());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(page.width() / 210.0, page.height() / 297.0);
        ink.accept(g);
        g.dispose();
        return layer;
    }

    private byte[] jpeg(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static PageImage unread(String what) {
        throw new AssertionError(what);
    }
}
