package org.tallyroom.rehearsal;

import java.util.random.RandomGenerator;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;

/**
 * A telephone held over a sheet on a table; every picture draws its own from these ranges.
 *
 * @param tilt how far it leans away from straight above, degrees, towards any side
 * @param roll how far it is turned about its view, degrees
 * @param fill share of the picture's longer side that the sheet takes, ratio
 * @param fallOff how much darker the darkest corner is, ratio
 * @param table gray of what the sheet lies on, 0..255
 */
public record Camera(Range tilt, Range roll, Range fill, Range fallOff, Range table) {

    public static final Camera PHONE = new Camera(
            new Range(-11, 11), new Range(-7, 7), new Range(0.84, 0.96), new Range(0.05, 0.4), new Range(20, 110));

    /** Distance of the lens in lengths of the sheet: a telephone's main lens sees an A4 sheet from 35 to 45 cm. */
    private static final Range DISTANCE = new Range(1.2, 1.6);

    /**
     * Paper to picture for one shot.
     *
     * @param paper the sheet's lower right corner
     * @param width of the picture, px
     * @param height of the picture, px
     */
    Homography view(PointMm paper, int width, int height, RandomGenerator random) {
        double pitch = Math.toRadians(tilt.draw(random));
        double yaw = Math.toRadians(tilt.draw(random));
        double turn = Math.toRadians(roll.draw(random));
        double away = DISTANCE.draw(random) * paper.y();
        double focus = fill.draw(random) * Math.max(width, height) / paper.y() * away;
        double[] right = turned(Math.cos(turn), Math.sin(turn), pitch, yaw);
        double[] down = turned(-Math.sin(turn), Math.cos(turn), pitch, yaw);
        Projection to = new Projection(right, down, away, focus, width / 2.0, height / 2.0);
        return to.homography(new PointMm(paper.x() / 2, paper.y() / 2));
    }

    /** A direction on the sheet as the tilted camera sees it: right, down, away. */
    private static double[] turned(double x, double y, double pitch, double yaw) {
        double z = y * Math.sin(pitch);
        double level = y * Math.cos(pitch);
        return new double[] {x * Math.cos(yaw) + z * Math.sin(yaw), level, z * Math.cos(yaw) - x * Math.sin(yaw)};
    }

    /** A pin-hole camera (Hartley and Zisserman, Multiple View Geometry, §6.1) that looks at the plane of the sheet. */
    private record Projection(double[] right, double[] down, double away, double focus, double cx, double cy) {

        Homography homography(PointMm middle) {
            double a = focus * right[0] + cx * right[2];
            double b = focus * down[0] + cx * down[2];
            double d = focus * right[1] + cy * right[2];
            double e = focus * down[1] + cy * down[2];
            double c = cx * away - a * middle.x() - b * middle.y();
            double f = cy * away - d * middle.x() - e * middle.y();
            double w = away - right[2] * middle.x() - down[2] * middle.y();
            return new Homography(a / w, b / w, c / w, d / w, e / w, f / w, right[2] / w, down[2] / w);
        }
    }
}
