package org.tallyroom.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageLayout.Cell;

/** How a hand draws each shape into a cell; sizes in mm as people were seen to write them on such forms. */
final class Handwriting {

    /**
     * A tick's height or width, whichever is more, mm: from a timid one inside the box to one that crosses a row and a
     * half.
     */
    static final Range TICK_MM = new Range(2, 16);

    /** Nobody who means a cell begins a mark closer to its border than this, mm. */
    private static final double CELL_MARGIN_MM = 1.2;

    private final Hand hand;
    private final Cell cell;
    private final RandomGenerator random;
    private final double scale;

    Handwriting(Hand hand, Cell cell, RandomGenerator random) {
        this.hand = hand;
        this.cell = cell;
        this.random = random;
        this.scale = new Range(0.85, 1.15).draw(random);
    }

    List<Stroke> write(Shape shape) {
        Stream<Stroke> strokes = switch (shape) {
            case TICK -> Stream.of(tick());
            case CIRCLE -> Stream.of(circle());
            case FILL -> Stream.of(fill());
            case STROKE -> Stream.of(stroke());
            case DOT -> Stream.of(dot());
            case CROSS -> cross();
            case SCRIBBLE -> Stream.of(scribble());
            case REST -> Stream.of(blob(new Range(0.3, 0.7).draw(random), hand.penFor(shape).widthMm()));
        };
        double tremor = shape == Shape.REST || shape == Shape.DOT ? 0 : hand.tremorMm();
        return strokes.map(s -> s.tremble(tremor, random)).toList();
    }

    /** Where the hand lands when it aims at the middle of the box, kept inside the cell. */
    private PointMm aim(double dx, double dy) {
        PointMm middle = cell.box().centre();
        RectMm inside = cell.cell().grow(-CELL_MARGIN_MM);
        return new PointMm(
                new Range(inside.x(), inside.right()).clamp(middle.x() + dx + hand.aimMm() * random.nextGaussian()),
                new Range(inside.y(), inside.bottom()).clamp(middle.y() + dy + hand.aimMm() * random.nextGaussian()));
    }

    /** A short arm down to the lowest point, then the tail up and right: the lowest point is what the writer aims. */
    private Stroke tick() {
        double lean = (0.45 + 0.6 * hand.slant()) * new Range(0.9, 1.1).draw(random);
        double reach = new Range(0.22, 0.45).draw(random);
        double height = TICK_MM.clamp(hand.sizeMm() * scale) / Math.max(1, lean + reach * 0.7);
        double arm = height * reach;
        PointMm foot = aim(-0.05 * height, Math.min(1.8, 0.25 * height));
        PointMm start = new PointMm(foot.x() - arm * 0.7, foot.y() - arm * 0.75);
        PointMm end = new PointMm(foot.x() + lean * height, foot.y() - height);
        double sag = new Range(-0.02, 0.12).draw(random) * height;
        PointMm pull = new PointMm((foot.x() + end.x()) / 2 + sag, (foot.y() + end.y()) / 2 + sag);
        return Stroke.line(start, foot).bow(pull, end);
    }

    /** In the box or around it; people close a circle a little too late or not quite. */
    private Stroke circle() {
        double most = Math.min(cell.cell().height() / 2 - 0.3, 4.6);
        double radius = new Range(1.3, most).clamp(hand.sizeMm() * scale * 0.5);
        PointMm radii = new PointMm(radius * new Range(0.95, 1.25).draw(random), radius);
        double from = -Math.PI / 2 + random.nextGaussian() * 0.4;
        return Stroke.arc(aim(0, 0), radii, from, 2 * Math.PI * new Range(0.96, 1.12).draw(random));
    }

    /** To and fro across the box, closer than the pen is wide, so that it looks full. */
    private Stroke fill() {
        RectMm box = cell.box().grow(new Range(-0.5, 0.1).draw(random));
        return hatch(box, Math.max(0.25, hand.pen().widthMm() * new Range(0.7, 1.0).draw(random)));
    }

    private Stroke hatch(RectMm area, double pitchMm) {
        List<PointMm> corners = new ArrayList<>();
        double lean = new Range(0.1, 0.3).draw(random) * area.width();
        for (double y = area.y(); y <= area.bottom(); y += pitchMm) {
            double edge = 0.25 * random.nextDouble();
            corners.add(new PointMm(area.x() + edge, Math.min(area.bottom(), y + lean * 0.3)));
            corners.add(new PointMm(area.right() - edge, Math.max(area.y(), y - lean * 0.3)));
        }
        return Stroke.line(corners.toArray(PointMm[]::new));
    }

    private Stroke stroke() {
        double length = new Range(2.5, 6).clamp(hand.sizeMm() * scale * 0.6);
        double angle = -hand.slant() * Math.PI / 2 + 0.1 * random.nextGaussian();
        PointMm middle = aim(0, 0);
        double dx = Math.cos(angle) * length / 2;
        double dy = Math.sin(angle) * length / 2;
        return Stroke.line(
                new PointMm(middle.x() - dx, middle.y() - dy), new PointMm(middle.x() + dx, middle.y() + dy));
    }

    /** Turned round once or twice, so that even a broad pen leaves more than the print of its tip. */
    private Stroke dot() {
        double line = hand.pen().widthMm();
        return blob(Math.max(new Range(1.5, 2.3).draw(random), 1.3 * line), line);
    }

    /** A spiral that fills a round spot of this diameter, mm, the line's own width included. */
    private Stroke blob(double diameterMm, double lineMm) {
        double reach = Math.max(0, diameterMm - lineMm) / 2;
        PointMm middle = aim(0, 0);
        int turns = (int) Math.ceil(reach / (0.6 * lineMm));
        List<PointMm> path = new ArrayList<>(List.of(middle));
        for (int i = 1; i <= (turns + 1) * 12; i++) {
            double angle = i * Math.PI / 6;
            double radius = Math.min(reach, reach * i / (12.0 * Math.max(1, turns)));
            path.add(new PointMm(middle.x() + radius * Math.cos(angle), middle.y() + radius * Math.sin(angle)));
        }
        return new Stroke(path);
    }

    private Stream<Stroke> cross() {
        double half = new Range(3, 7).clamp(hand.sizeMm() * scale * 0.8) / 2;
        PointMm middle = aim(0, 0);
        double flat = half * new Range(0.8, 1.0).draw(random);
        double off = half * 0.12 * random.nextGaussian();
        PointMm nw = new PointMm(middle.x() - half, middle.y() - flat + off);
        PointMm se = new PointMm(middle.x() + half, middle.y() + flat);
        PointMm ne = new PointMm(middle.x() + half + off, middle.y() - flat);
        PointMm sw = new PointMm(middle.x() - half, middle.y() + flat - off);
        return Stream.of(Stroke.line(nw, se), Stroke.line(ne, sw));
    }

    /** Dense strokes to and fro over what was written before, wider than the box. */
    private Stroke scribble() {
        double width = new Range(5.5, 9).draw(random);
        double height = new Range(4, 7.5).draw(random);
        PointMm middle = aim(0, 0);
        RectMm area = new RectMm(middle.x() - width / 2, middle.y() - height / 2, width, height);
        return hatch(area, new Range(0.5, 0.9).draw(random));
    }
}
