package org.tallyroom.rehearsal;

import java.util.random.RandomGenerator;

/**
 * A pen as a scanner sees its line.
 *
 * @param widthMm width of the line at ordinary pressure, mm
 * @param level gray of a full layer of its ink on white paper, 0 black … 255 white
 * @param density share of the paper that the line covers at ordinary pressure, ratio 0..1
 * @param unevenness how much width and density change along a line, ratio of their value
 * @param grain how much of the paper's texture shows through, ratio 0..1: graphite only touches the fibres' tops
 */
public record Pen(Kind kind, double widthMm, double level, double density, double unevenness, double grain) {

    public enum Kind {
        GEL,
        BALLPOINT,
        MARKER,
        PENCIL
    }

    /** The colour of the ink; a gray scanner tells them apart only by how dark they are. */
    public enum Ink {
        BLUE(new Range(45, 85)),
        BLACK(new Range(20, 45)),
        GRAY(new Range(85, 120));

        private final Range level;

        Ink(Range level) {
            this.level = level;
        }
    }

    /** A pen of this kind as it comes out of a drawer: widths as sold (0.5 gel, 0.7 ballpoint, 1–2 mm marker, HB). */
    public static Pen of(Kind kind, Ink ink, RandomGenerator random) {
        double level = ink.level.draw(random);
        return switch (kind) {
            case GEL -> new Pen(kind, new Range(0.42, 0.58).draw(random), level, 0.97, 0.08, 0);
            case BALLPOINT -> new Pen(kind, new Range(0.30, 0.42).draw(random), level + 15, 0.88, 0.22, 0.12);
            case MARKER -> new Pen(kind, new Range(1.0, 2.0).draw(random), level, 0.98, 0.05, 0);
            case PENCIL -> new Pen(kind, new Range(0.40, 0.60).draw(random), level + 35, 0.82, 0.25, 0.45);
        };
    }

    /** The same pen at most this wide, mm. */
    public Pen tip(double mostMm) {
        return new Pen(kind, Math.min(widthMm, mostMm), level, density, unevenness, grain);
    }

    /** The same pen hardly pressed: a line that a careless reader takes for dirt. */
    public Pen faint() {
        return new Pen(kind, widthMm * 0.9, level + (255 - level) * 0.15, density * 0.75, unevenness, grain);
    }
}
