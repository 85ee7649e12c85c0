package org.tallyroom.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tallyroom.geometry.PointMm;

/** One movement of the pen on the paper, as a close sequence of places in mm. */
public record Stroke(List<PointMm> path) {

    /** Distance between neighbouring places, mm: two pixels at 300 dpi, so that the line's bends stay round. */
    private static final double STEP_MM = 0.17;

    public Stroke {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a stroke without a place");
        }
    }

    /** Straight from corner to corner. */
    public static Stroke line(PointMm... corners) {
        List<PointMm> path = new ArrayList<>();
        path.add(corners[0]);
        for (int i = 1; i < corners.length; i++) {
            append(path, corners[i - 1], corners[i], corners[i]);
        }
        return new Stroke(path);
    }

    /** This stroke, then a bow to {@code end} that leans towards {@code pull} (a quadratic Bézier curve). */
    public Stroke bow(PointMm pull, PointMm end) {
        List<PointMm> longer = new ArrayList<>(path);
        append(longer, path.get(path.size() - 1), pull, end);
        return new Stroke(longer);
    }

    private static void append(List<PointMm> path, PointMm from, PointMm pull, PointMm to) {
        int steps = Math.max(1, (int) Math.ceil((from.distance(pull) + pull.distance(to)) / STEP_MM));
        for (int i = 1; i <= steps; i++) {
            double t = i / (double) steps;
            double a = (1 - t) * (1 - t);
            double b = 2 * t * (1 - t);
            double c = t * t;
            path.add(new PointMm(
                    a * from.x() + b * pull.x() + c * to.x(), a * from.y() + b * pull.y() + c * to.y()));
        }
    }

    /** Part of an ellipse; angles in radians, 0 to the right, clockwise on the paper. */
    public static Stroke arc(PointMm centre, PointMm radii, double from, double sweep) {
        int steps = Math.max(8, (int) Math.ceil(Math.abs(sweep) * Math.max(radii.x(), radii.y()) / STEP_MM));
        List<PointMm> path = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double angle = from + sweep * i / steps;
            path.add(new PointMm(
                    centre.x() + radii.x() * Math.cos(angle), centre.y() + radii.y() * Math.sin(angle)));
        }
        return new Stroke(path);
    }

    /** The same stroke by a hand that is not a ruler: slow waves of about {@code amplitudeMm}, mm. */
    public Stroke tremble(double amplitudeMm, RandomGenerator random) {
        double phaseX = random.nextDouble() * 2 * Math.PI;
        double phaseY = random.nextDouble() * 2 * Math.PI;
        double waveMm = 5 + 5 * random.nextDouble();
        List<PointMm> shaken = new ArrayList<>(path.size());
        double along = 0;
        for (int i = 0; i < path.size(); i++) {
            PointMm p = path.get(i);
            along += i == 0 ? 0 : p.distance(path.get(i - 1));
            double turn = 2 * Math.PI * along / waveMm;
            shaken.add(new PointMm(
                    p.x() + amplitudeMm * (Math.sin(turn + phaseX) + 0.4 * Math.sin(2.7 * turn + phaseY)),
                    p.y() + amplitudeMm * (Math.sin(0.9 * turn + phaseY) + 0.4 * Math.sin(2.3 * turn + phaseX))));
        }
        return new Stroke(shaken);
    }
}
