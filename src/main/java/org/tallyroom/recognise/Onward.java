package org.tallyroom.recognise;

import java.util.Optional;

/**
 * The way a line would have gone on from its end, had the pen not skipped: a narrow field ahead of it. What lies in that
 * field from its near end on is the same line.
 */
final class Onward {

    /** The widest gap that a dry pen leaves in a quick line, dots: 3 mm. */
    static final double REACH = 30;

    /** Half width of the field at the line's end, dots, and how much it gains on the way. */
    private static final double ASIDE = 2.5;

    private static final double SPREAD = 0.2;

    /** Way over which a line's direction is taken, dots: 2 mm. */
    private static final int WAY = 20;

    /** A shorter line has no direction that can be trusted so far ahead, dots: 0.6 mm. */
    private static final int LEAST = 6;

    private final Trace line;
    private final double right;
    private final double down;
    private final double reach;

    /** @param line leads to its last point and on from there, as far as a pen skips */
    Onward(Trace line) {
        this(line, REACH);
    }

    Onward(Trace line, double reach) {
        this.line = line;
        this.reach = reach;
        int from = Math.max(0, line.last() - WAY);
        double dx = line.x(line.last()) - line.x(from);
        double dy = line.y(line.last()) - line.y(from);
        double size = Math.max(1e-9, Math.hypot(dx, dy));
        this.right = dx / size;
        this.down = dy / size;
    }

    /** The way to a piece of the same line, turned so that it leads on, or nothing. */
    Optional<Trace> to(Trace piece) {
        if (line.last() < LEAST) {
            return Optional.empty();
        }
        Trace turned = ahead(piece, 0) <= ahead(piece, piece.last()) ? piece : piece.reversed();
        int near = Math.min(WAY, turned.last());
        for (int i = 0; i <= near; i++) {
            double far = ahead(turned, i);
            if (far < -ASIDE || Math.abs(aside(turned, i)) > ASIDE + SPREAD * Math.max(0, far)) {
                return Optional.empty();
            }
        }
        return ahead(turned, 0) <= reach ? Optional.of(turned) : Optional.empty();
    }

    /** How far ahead of the line's end a place lies, dots. */
    double ahead(Trace piece, int i) {
        return (piece.x(i) - line.x(line.last())) * right + (piece.y(i) - line.y(line.last())) * down;
    }

    private double aside(Trace piece, int i) {
        return (piece.x(i) - line.x(line.last())) * down - (piece.y(i) - line.y(line.last())) * right;
    }
}
