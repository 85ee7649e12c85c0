package org.tallyroom.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;

/** Writing that nobody can read: a margin note, a signature, a tried pen. */
final class Scrawl {

    private Scrawl() {}

    /** A line of loops through the place, mm, from its left to its right. */
    static Stroke over(RectMm place, RandomGenerator random) {
        List<PointMm> corners = new ArrayList<>();
        double letter = Math.max(1.5, Math.min(4, place.height() / 2));
        for (double x = place.x(); x < place.right(); x += letter * (0.2 + 0.3 * random.nextDouble())) {
            double back = letter * 0.4 * random.nextDouble();
            corners.add(new PointMm(x - back, place.y() + place.height() * random.nextDouble() * 0.4));
            corners.add(new PointMm(x, place.bottom() - place.height() * random.nextDouble() * 0.4));
        }
        corners.add(new PointMm(place.right(), place.centre().y()));
        return rounded(corners);
    }

    private static Stroke rounded(List<PointMm> corners) {
        Stroke stroke = Stroke.line(corners.get(0));
        for (int i = 1; i + 1 < corners.size(); i++) {
            PointMm here = corners.get(i);
            PointMm next = corners.get(i + 1);
            stroke = stroke.bow(here, new PointMm((here.x() + next.x()) / 2, (here.y() + next.y()) / 2));
        }
        return stroke;
    }
}
