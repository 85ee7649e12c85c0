package org.tallyroom.recognise;

import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.vision.Streaks;

/**
 * A straight dark line across the whole picture, drawn by dirt on the scanner's glass: no pen made it, and ink beneath
 * it is not seen.
 *
 * @param from its middle where it enters the picture, mm on the paper
 * @param to its middle where it leaves the picture
 * @param widthMm how wide it looks
 */
public record Streak(PointMm from, PointMm to, double widthMm) {

    static Streak of(Streaks.Streak seen, Pose pose) {
        PointMm from = pose.toPaper(seen.from());
        return new Streak(from, pose.toPaper(seen.to()), seen.widthPx() / pose.pixelsPerMm(from));
    }

    /** Several streaks in one picture, where they lie on the paper. */
    static List<Streak> of(List<Streaks.Streak> seen, Pose pose) {
        return seen.stream().map(streak -> of(streak, pose)).toList();
    }

    /** Whether any part of a rectangle lies beneath the streak. */
    public boolean crosses(RectMm area) {
        double half = widthMm / 2;
        double[] sides = {
            side(area.x(), area.y()),
            side(area.right(), area.y()),
            side(area.x(), area.bottom()),
            side(area.right(), area.bottom())
        };
        boolean left = false;
        boolean right = false;
        for (double side : sides) {
            left |= side < half;
            right |= side > -half;
        }
        return left && right;
    }

    /** Distance of a place from the streak's middle line, mm; negative on its one side. */
    private double side(double x, double y) {
        return ((to.x() - from.x()) * (y - from.y()) - (to.y() - from.y()) * (x - from.x())) / from.distance(to);
    }
}
