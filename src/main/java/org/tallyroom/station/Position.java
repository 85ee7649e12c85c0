package org.tallyroom.station;

import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.recognise.Registration;

/**
 * How a page lies in its picture, in figures for people.
 *
 * @param marks registration marks that were found
 * @param residualMm what the fit leaves over, mm on the paper
 * @param turnedDegrees clockwise, −180..180
 * @param skewDegrees by how much the paper's axes are no right angle in the picture
 * @param acrossDpi dots of the picture per inch of the paper's width, in its middle
 * @param downDpi the same of its height
 * @param widthPx of the picture
 * @param heightPx of the picture
 */
public record Position(
        int marks,
        double residualMm,
        double turnedDegrees,
        double skewDegrees,
        double acrossDpi,
        double downDpi,
        int widthPx,
        int heightPx) {

    private static final double MM_PER_INCH = 25.4;
    private static final double HALF_MM = 50;

    static Position of(Registration registration, PageImage picture) {
        Pose pose = registration.pose();
        double x = PageFrame.WIDTH_MM / 2;
        double y = PageFrame.HEIGHT_MM / 2;
        PointPx left = pose.toPixels(new PointMm(x - HALF_MM, y));
        PointPx right = pose.toPixels(new PointMm(x + HALF_MM, y));
        PointPx top = pose.toPixels(new PointMm(x, y - HALF_MM));
        PointPx foot = pose.toPixels(new PointMm(x, y + HALF_MM));
        double turned = Math.toDegrees(Math.atan2(right.y() - left.y(), right.x() - left.x()));
        double down = Math.toDegrees(Math.atan2(foot.y() - top.y(), foot.x() - top.x()));
        double askew = (down - turned - 90 + 540) % 360 - 180;
        return new Position(
                registration.marksFound(),
                rounded(registration.residualMm()),
                rounded(turned),
                rounded(askew),
                rounded(left.distance(right) / (2 * HALF_MM) * MM_PER_INCH),
                rounded(top.distance(foot) / (2 * HALF_MM) * MM_PER_INCH),
                picture.width(),
                picture.height());
    }

    /** To a thousandth. */
    static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }
}
