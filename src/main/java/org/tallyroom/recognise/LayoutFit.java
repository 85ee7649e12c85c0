package org.tallyroom.recognise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallyroom.geometry.Bend;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.layout.PageLayout.Rule;
import org.tallyroom.vision.BendFit;
import org.tallyroom.vision.HomographyFit;
import org.tallyroom.vision.Shift;
import org.tallyroom.vision.Tie;

/**
 * The pose that fits a known layout: its homography stands on the marks and on all printed rules, its bend follows what
 * a plane leaves over.
 *
 * @param rules share 0..1 of the looked-at places on printed rules where a line was seen
 * @param lost answer cells that show bare paper where their lines should be: covered, torn off or bent away
 * @param residualMm the distance that 95 % of the seen rules and marks keep within from their places under the pose
 */
record LayoutFit(Pose pose, List<SeenMark> marks, double rules, List<RectMm> lost, double residualMm) {

    /** Of a place on a rule against a mark: a rule is seen as exactly, but there are hundreds of places. */
    private static final double RULE_WEIGHT = 0.2;

    /** In a bend each find stands for its own neighbourhood; a mark is seen by 36 looks. */
    private static final double MARK_WEIGHT = 3;

    /** How far beside its place under the page marks' pose a rule is looked for, mm, and under a better one. */
    private static final double FIRST_REACH_MM = 1.4;

    private static final double REACH_MM = 0.8;

    /** Looks at the rules of curled paper; each sees further into what the one before has unbent. */
    private static final int MOST_LOOKS = 6;

    /** Another look is worth while as long as it sees this much more of the rules, ratio. */
    private static final double MORE = 0.02;

    /** So many of the rules are seen at once unless the paper is curled, folded or torn, ratio. */
    private static final double PLENTY = 0.92;

    /** Marks that fix a plane without help. */
    private static final int ENOUGH = 6;

    /** Where fewer of the page's lines are seen, ratio, print has faded, and bare paper tells nothing. */
    private static final double TELLING = 0.5;

    /** The share of finds that the residual speaks for. */
    private static final double MOST = 0.95;

    LayoutFit {
        marks = List.copyOf(marks);
        lost = List.copyOf(lost);
    }

    /** Looks for the layout's own marks and rules under the pose that the page marks gave. */
    static Optional<LayoutFit> of(PageImage image, PageFit known, PageLayout layout) {
        List<SeenMark> marks = PageFit.see(image, known.pose(), layout.marks());
        RuleSight rules = RuleSight.of(image, known.pose(), lines(layout), FIRST_REACH_MM);
        return flat(known, marks, rules)
                .map(homography -> bent(homography, marks, rules, layout))
                .map(fit -> fit.refined(image, layout));
    }

    private LayoutFit refined(PageImage image, PageLayout layout) {
        LayoutFit fit = this;
        for (int look = 1; look < MOST_LOOKS && (fit.rules < PLENTY || !fit.lost.isEmpty()); look++) {
            double reach = fit.lost.isEmpty() ? REACH_MM : FIRST_REACH_MM;
            RuleSight rules = RuleSight.of(image, fit.pose, lines(layout), reach);
            List<SeenMark> seen = PageFit.see(image, fit.pose, layout.marks());
            LayoutFit next = bent(fit.pose.homography(), seen, rules, layout);
            if (next.rules < fit.rules + MORE && next.lost.size() >= fit.lost.size()) {
                return next;
            }
            fit = next;
        }
        return fit;
    }

    /** With few marks the rules say how the sheet is inclined; with many they would say the same. */
    private static Optional<Homography> flat(PageFit known, List<SeenMark> marks, RuleSight rules) {
        if (known.marks().size() >= ENOUGH) {
            return Optional.of(known.pose().homography());
        }
        return HomographyFit.projective(
                Stream.concat(marks.stream().flatMap(SeenMark::ties), rules.ties().map(tie -> weighted(tie))).toList());
    }

    private static Tie weighted(Tie tie) {
        return new Tie(tie.paper(), tie.image(), tie.normalX(), tie.normalY(), RULE_WEIGHT);
    }

    private static LayoutFit bent(Homography flat, List<SeenMark> marks, RuleSight rules, PageLayout layout) {
        List<Shift> shifts = Stream.concat(
                        marks.stream().flatMap(mark -> mark.shifts(flat, MARK_WEIGHT)), rules.shifts(flat))
                .toList();
        Bend bend = BendFit.of(shifts, layout.widthMm(), layout.heightMm());
        return new LayoutFit(new Pose(flat, bend), marks, rules.share(), lost(layout, rules), residual(bend, shifts));
    }

    /** Taken for bare paper where the box should be: something covers the cell, or it lies elsewhere. */
    private static List<RectMm> lost(PageLayout layout, RuleSight rules) {
        if (rules.share() < TELLING) {
            return List.of();
        }
        return cells(layout)
                .filter(cell -> rules.isBare(cell.box()) || rules.isBare(cell.cell()))
                .map(PageLayout.Cell::cell)
                .toList();
    }

    private static Stream<PageLayout.Cell> cells(PageLayout layout) {
        return layout.rows().stream().flatMap(row -> row.cells().stream());
    }

    /** The rules of the page and the outlines of its boxes. */
    private static List<Rule> lines(PageLayout layout) {
        return Stream.concat(layout.rules().stream(), cells(layout).flatMap(LayoutFit::outline)).toList();
    }

    private static Stream<Rule> outline(PageLayout.Cell cell) {
        RectMm box = cell.box();
        PointMm topLeft = new PointMm(box.x(), box.y());
        PointMm topRight = new PointMm(box.right(), box.y());
        PointMm footLeft = new PointMm(box.x(), box.bottom());
        PointMm footRight = new PointMm(box.right(), box.bottom());
        return Stream.of(
                new Rule(topLeft, topRight, cell.boxLineMm()),
                new Rule(footLeft, footRight, cell.boxLineMm()),
                new Rule(topLeft, footLeft, cell.boxLineMm()),
                new Rule(topRight, footRight, cell.boxLineMm()));
    }

    private static double residual(Bend bend, List<Shift> shifts) {
        double[] misses = shifts.stream().mapToDouble(shift -> miss(bend, shift)).sorted().toArray();
        return misses[(int) (MOST * (misses.length - 1))];
    }

    private static double miss(Bend bend, Shift shift) {
        double moved = shift.down()
                ? bend.moved(shift.place()).y() - shift.place().y()
                : bend.moved(shift.place()).x() - shift.place().x();
        return Math.abs(shift.mm() - moved);
    }
}
