package org.tallyroom.recognise;

import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Sampler;

/** Cuts parts of the paper out of a picture, upright and straight, for a person or OCR to look at. */
public final class Upright {

    private static final double MM_PER_INCH = 25.4;

    private Upright() {}

    /** {@code area} of the paper as a gray picture of {@code dpi} dots per inch; white where the picture ends. */
    public static PageImage cut(PageImage image, Pose pose, RectMm area, int dpi) {
        int width = Math.max(1, (int) Math.round(area.width() * dpi / MM_PER_INCH));
        int height = Math.max(1, (int) Math.round(area.height() * dpi / MM_PER_INCH));
        byte[] gray = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                PointPx from = pose.toPixels(new PointMm(
                        area.x() + (x + 0.5) * area.width() / width, area.y() + (y + 0.5) * area.height() / height));
                double level = Sampler.level(image, from);
                gray[y * width + x] = (byte) (Double.isNaN(level) ? 255 : Math.round(level));
            }
        }
        return PageImage.ofGray(width, height, gray);
    }
}
