package org.tallyroom.rehearsal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.layout.PageLayout.Cell;
import org.tallyroom.rehearsal.Pen.Ink;
import org.tallyroom.rehearsal.Pen.Kind;

/**
 * One respondent's habits: people mark all rows of a sheet alike.
 *
 * @param habit the mark this person makes
 * @param sizeMm usual height or width of a tick, whichever is more, mm; other marks follow it
 * @param slant how far a tick's tail leans: 0 steep … 1 flat
 * @param tremorMm how far lines wander, mm
 * @param aimMm how far marks miss the middle of the box, mm (one standard deviation)
 */
public record Hand(Pen pen, Shape habit, double sizeMm, double slant, double tremorMm, double aimMm) {

    /** Width of what the tip of any pen leaves when it only rests, mm. */
    private static final double TIP_MM = 0.5;

    private static final Odds<Kind> KINDS =
            Odds.of(Kind.GEL, 11).or(Kind.BALLPOINT, 6).or(Kind.PENCIL, 2).or(Kind.MARKER, 1);

    private static final Odds<Ink> INKS = Odds.of(Ink.BLACK, 15).or(Ink.BLUE, 9).or(Ink.GRAY, 1);

    private static final Odds<Shape> HABITS =
            Odds.of(Shape.TICK, 42).or(Shape.CIRCLE, 3).or(Shape.FILL, 3).or(Shape.STROKE, 1).or(Shape.DOT, 1);

    /** Somebody from the room: mostly ticks of 4 to 12 mm, mostly with black or blue gel pens and ballpoints. */
    public static Hand of(RandomGenerator random) {
        Pen pen = Pen.of(KINDS.draw(random), INKS.draw(random), random);
        return of(pen, HABITS.draw(random), 6.5 * Math.exp(0.33 * random.nextGaussian()), random);
    }

    /** Somebody who makes this mark in about this size, mm, with this pen. */
    public static Hand of(Pen pen, Shape habit, double sizeMm, RandomGenerator random) {
        return new Hand(
                pen,
                habit,
                Handwriting.TICK_MM.clamp(sizeMm),
                random.nextDouble(),
                new Range(0.02, 0.10).draw(random),
                new Range(0.25, 0.80).draw(random));
    }

    public Hand with(Pen other) {
        return new Hand(other, habit, sizeMm, slant, tremorMm, aimMm);
    }

    /** A pen put down without meaning touches with its tip alone, however broad it writes. */
    public Pen penFor(Shape shape) {
        return shape == Shape.REST ? pen.tip(TIP_MM) : pen;
    }

    /** The movements that make this gesture in this cell, places in mm on the paper. */
    public List<Stroke> write(Gesture gesture, Cell cell, RandomGenerator random) {
        return new Handwriting(this, cell, random).write(gesture.shape());
    }

    /** One stroke from the first of these cells down to the last, as people mark everything alike. */
    Stroke column(List<Cell> cells, RandomGenerator random) {
        PointMm top = cells.get(0).box().centre();
        PointMm foot = cells.get(cells.size() - 1).box().centre();
        double lean = aimMm * random.nextGaussian();
        return Stroke.line(
                        new PointMm(top.x() + lean, top.y() - 2 * random.nextDouble()),
                        new PointMm(foot.x() - lean, foot.y() + 2 * random.nextDouble()))
                .tremble(3 * tremorMm, random);
    }
}
