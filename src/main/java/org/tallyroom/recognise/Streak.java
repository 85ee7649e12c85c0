package org.tallyroom.recognise;

import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.vision.Streaks;

/**
 * A straight dark line across the whole picture, drawn by dirt on the scanner's glass: no pen made it.
 *
 * @param from its middle where it enters the picture, mm on the paper
 * @param to its middle where it leaves the picture
 * @param widthMm how wide it looks
 * @param shadow whether what lies beneath is only darker, not gone: a fold's is
 */
public record Streak(PointMm from, PointMm to, double widthMm, boolean shadow) {

    /** A thinner streak hides no stroke of a pen, mm: what crosses it is seen on both sides. */
    private static final double HARMLESS_MM = 0.5;

    private static Streak of(Streaks.Streak seen, Pose pose) {
        PointMm from = pose.toPaper(seen.from());
        return new Streak(from, pose.toPaper(seen.to()), seen.widthPx() / pose.pixelsPerMm(from), seen.shadow());
    }

    /** All streaks that run over the page. */
    static List<Streak> across(Scene scene, Pose pose) {
        List<PointPx> corners = PageFrame.corners().stream().map(pose::toPixels).toList();
        return Streaks.in(scene.image(), scene.overview(), corners).stream()
                .map(streak -> of(streak, pose))
                .toList();
    }

    /** The picture with each line drawn over by what lies on both its sides. */
    static PageImage erased(PageImage image, List<Streak> streaks, Pose pose) {
        return Streaks.erased(image, streaks.stream().map(streak -> streak.in(pose)).toList());
    }

    private Streaks.Streak in(Pose pose) {
        return new Streaks.Streak(pose.toPixels(from), pose.toPixels(to), widthMm * pose.pixelsPerMm(from), shadow);
    }

    /** Whether so much of an area lies beneath the streak that a mark could, too. */
    boolean hides(RectMm area) {
        return widthMm > HARMLESS_MM && !shadow && crosses(area);
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
