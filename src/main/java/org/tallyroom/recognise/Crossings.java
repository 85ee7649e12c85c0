package org.tallyroom.recognise;

import java.util.List;
import java.util.Optional;

/** Measures how much of a cross the strokes of one cell make. */
final class Crossings {

    /** A tail of a closed loop up to this share of the loop is where the pen began or ended, not a crossing. */
    private static final double TAIL = 0.25;

    /** A line that ends on another one is a quarter of a crossing: a tick may overshoot its vertex by a millimetre. */
    private static final double MEETING = 0.28;

    /** The same of a line that goes on beyond the meeting for a good part of its length, as an arm of a cross does. */
    private static final double ARM_MEETING = 0.4;

    private static final double ARM = 0.2;

    /** Thick ink under print leaves crooked remnants up to this size, dots: 1.6 mm; a line of a cross is longer. */
    private static final double LINE = 16;

    /** Nearer than this two lines pass through the same place, dots. */
    private static final double MET = 1.5;

    private Crossings() {}

    /** The shortest arm of the crossing whose shortest arm is longest, dots; 0 when no two lines cross. */
    static double longest(List<Stroke> strokes) {
        double most = 0;
        for (int i = 0; i < strokes.size(); i++) {
            for (int k = i; k < strokes.size(); k++) {
                most = Math.max(most, longest(strokes.get(i), strokes.get(k)));
            }
        }
        return most;
    }

    private static double longest(Stroke a, Stroke b) {
        double most = 0;
        for (int i = 0; i < a.passes().size(); i++) {
            for (int k = a == b ? i + 1 : 0; k < b.passes().size(); k++) {
                if (a.passes().get(i).junction() == b.passes().get(k).junction() && !(a == b && tailed(a))) {
                    most = Math.max(most, arm(a, a.passes().get(i).at(), b, b.passes().get(k).at()));
                }
            }
        }
        return most;
    }

    /** The same of lines that cross where the pen of one of them skipped, so that their ink does not meet there. */
    static double inGaps(List<Stroke> some, List<Stroke> others) {
        return some.stream()
                .flatMapToDouble(a -> others.stream().mapToDouble(b -> inGap(a.line(), b.line())))
                .max()
                .orElse(0);
    }

    private static double inGap(Trace a, Trace b) {
        double nearest = MET;
        double arm = 0;
        for (int i = 0; i <= a.last(); i++) {
            for (int k = 0; k <= b.last(); k++) {
                double apart = Math.hypot(a.x(i) - b.x(k), a.y(i) - b.y(k));
                if (apart < nearest) {
                    nearest = apart;
                    arm = Math.min(Math.min(i, a.last() - i), Math.min(k, b.last() - k));
                }
            }
        }
        return arm;
    }

    /** Strokes large enough to be lines of their own. */
    static List<Stroke> large(List<Stroke> strokes) {
        return strokes.stream()
                .filter(s -> Math.max(s.right() - s.left(), s.bottom() - s.top()) >= LINE)
                .toList();
    }

    private static boolean tailed(Stroke stroke) {
        Optional<Shape.Loop> loop = Shape.loop(stroke);
        return loop.isPresent() && loop.get().tail() <= TAIL * stroke.length();
    }

    private static double arm(Stroke a, double atA, Stroke b, double atB) {
        double restA = a.closed() ? a.length() / 2 : Math.min(atA, a.length() - atA);
        double restB = b.closed() ? b.length() / 2 : Math.min(atB, b.length() - atB);
        if (restA < 1 && restB < 1) {
            return 0;
        }
        if (restA < 1) {
            return meeting(a, b, restB);
        }
        return restB < 1 ? meeting(b, a, restA) : Math.min(restA, restB);
    }

    /** One line ends on another one, which goes on for a rest. */
    private static double meeting(Stroke ends, Stroke goesOn, double rest) {
        double share = rest >= ARM * goesOn.length() ? ARM_MEETING : MEETING;
        return share * Math.min(rest, ends.length());
    }
}
