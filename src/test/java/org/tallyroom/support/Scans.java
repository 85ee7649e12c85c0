package org.tallyroom.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;
import java.util.function.Consumer;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Pictures;
import org.tallyroom.vision.Sampler;

/** What happens to a page between paper and file. */
public final class Scans {

    private Scans() {}

    /** Laid in turned (degrees clockwise) and printed at another scale; the frame is upright or lying as the page is. */
    public static PageImage turned(PageImage page, double degrees, double scale) {
        boolean sideways = Math.abs(Math.sin(Math.toRadians(degrees))) > 0.7;
        int width = sideways ? page.height() : page.width();
        int height = sideways ? page.width() : page.height();
        AffineTransform back = AffineTransform.getTranslateInstance(page.width() / 2.0, page.height() / 2.0);
        back.scale(1 / scale, 1 / scale);
        back.rotate(-Math.toRadians(degrees));
        back.translate(-width / 2.0, -height / 2.0);
        double[] m = new double[6];
        back.getMatrix(m);
        return mapped(page, width, height, (x, y) -> new PointPx(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]));
    }

    /** From where in the paper's picture a pixel of the scan gets its light. */
    @FunctionalInterface
    public interface Way {
        PointPx from(double x, double y);
    }

    /** Any bending of the page; white where the paper's picture ends. */
    public static PageImage mapped(PageImage page, int width, int height, Way way) {
        byte[] gray = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double level = Sampler.level(page, way.from(x + 0.5, y + 0.5));
                gray[y * width + x] = (byte) (Double.isNaN(level) ? 255 : Math.round(level));
            }
        }
        return PageImage.ofGray(width, height, gray);
    }

    /** {@code gain} and {@code offset} of the levels, and noise of a standard deviation in levels. */
    public static PageImage toned(PageImage page, double gain, double offset, double noise, long seed) {
        Random random = new Random(seed);
        byte[] gray = new byte[page.width() * page.height()];
        for (int y = 0, at = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++, at++) {
                double level = page.gray(x, y) * gain + offset + (noise > 0 ? random.nextGaussian() * noise : 0);
                gray[at] = (byte) Math.max(0, Math.min(255, Math.round(level)));
            }
        }
        return PageImage.ofGray(page.width(), page.height(), gray);
    }

    /** A shadow that takes away up to {@code depth} (ratio 0..1) of the light towards the right edge. */
    public static PageImage shaded(PageImage page, double depth) {
        byte[] gray = new byte[page.width() * page.height()];
        for (int y = 0, at = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++, at++) {
                gray[at] = (byte) Math.round(page.gray(x, y) * (1 - depth * x / page.width()));
            }
        }
        return PageImage.ofGray(page.width(), page.height(), gray);
    }

    public static PageImage bilevel(PageImage page, int threshold) {
        byte[] gray = new byte[page.width() * page.height()];
        for (int y = 0, at = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++, at++) {
                gray[at] = (byte) (page.gray(x, y) < threshold ? 0 : 255);
            }
        }
        return PageImage.ofBilevel(page.width(), page.height(), gray);
    }

    public static PageImage jpeg(PageImage page, int quality) {
        return Pictures.decode(Pictures.jpeg(page, quality)).match(
                decoded -> decoded,
                () -> unread("truncated"),
                () -> unread("damaged"),
                (w, h) -> unread("too large"));
    }

    /** Drawn over a page, in millimetres of an upright A4 page that fills the picture. */
    public static PageImage drawnOver(PageImage page, Consumer<Graphics2D> drawing) {
        BufferedImage picture = new BufferedImage(page.width(), page.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] levels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < page.height(); y++) {
            page.copyRow(0, y, page.width(), levels, y * page.width());
        }
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(page.width() / 210.0, page.height() / 297.0);
        g.setColor(Color.BLACK);
        drawing.accept(g);
        g.dispose();
        return PageImage.ofGray(page.width(), page.height(), levels.clone());
    }

    private static PageImage unread(String what) {
        throw new AssertionError(what);
    }
}
