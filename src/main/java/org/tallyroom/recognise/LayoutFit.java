package org.tallyroom.recognise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallyroom.geometry.Bend;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.Pose;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.vision.BendFit;
import org.tallyroom.vision.HomographyFit;
import org.tallyroom.vision.Shift;
import org.tallyroom.vision.Tie;

/**
 * The pose that fits a known layout: its homography stands on the marks and on all printed rules, its bend follows what
 * a plane leaves over.
 *
 * @param rules share 0..1 of the looked-at places on printed rules where a line was seen
 * @param residualMm the distance that 95 % of the seen rules and marks keep within from their places under the pose
 */
record LayoutFit(Pose pose, List<SeenMark> marks, double rules, double residualMm) {

    /** Of a place on a rule against a mark: a rule is seen as exactly, but there are hundreds of places. */
    private static final double RULE_WEIGHT = 0.2;

    /** In a bend each find stands for its own neighbourhood; a mark is seen by 36 looks. */
    private static final double MARK_WEIGHT = 3;

    /** How far beside its place under the page marks' pose a rule is looked for, mm, and under a better one. */
    private static final double FIRST_REACH_MM = 1.4;

    private static final double REACH_MM = 0.8;

    /** Looks at the rules of curled paper; each sees further into what the one before has unbent. */
    private static final int MOST_LOOKS = 4;

    /** Another look is worth while as long as it sees this much more of the rules, ratio. */
    private static final double MORE = 0.02;

    private static final double MOST = 0.95;

    LayoutFit {
        marks = List.copyOf(marks);
    }

    /** Looks for the layout's own marks and rules under the pose that the page marks gave. */
    static Optional<LayoutFit> of(PageImage image, PageFit known, PageLayout layout) {
        List<SeenMark> marks = PageFit.see(image, known.pose(), layout.marks());
        RuleSight rules = RuleSight.of(image, known.pose(), layout.rules(), FIRST_REACH_MM);
        return flat(marks, rules)
                .map(homography -> bent(homography, marks, rules, layout))
                .map(fit -> fit.refined(image, layout));
    }

    private LayoutFit refined(PageImage image, PageLayout layout) {
        LayoutFit fit = this;
        for (int look = 1; look < MOST_LOOKS; look++) {
            RuleSight rules = RuleSight.of(image, fit.pose, layout.rules(), REACH_MM);
            List<SeenMark> seen = PageFit.see(image, fit.pose, layout.marks());
            LayoutFit next = bent(fit.pose.homography(), seen, rules, layout);
            if (next.rules < fit.rules + MORE) {
                return next;
            }
            fit = next;
        }
        return fit;
    }

    private static Optional<Homography> flat(List<SeenMark> marks, RuleSight rules) {
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
        return new LayoutFit(new Pose(flat, bend), marks, rules.share(), residual(bend, shifts));
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
