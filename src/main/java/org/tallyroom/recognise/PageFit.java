package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.vision.HomographyFit;
import org.tallyroom.vision.Tie;

/**
 * The map from paper to image that fits the marks that were seen, and the printed rules once the layout is known.
 *
 * @param rules share 0..1 of the looked-at places on printed rules where a line was seen; 1 before the layout is known
 */
record PageFit(Homography homography, List<SeenMark> marks, double rules) {

    /**
     * A mark further than this from the fit of the others is none, mm: feeders stretch a page by up to 0.6 mm in 100,
     * which no projective map follows.
     */
    private static final double STRAY_MM = 1.0;

    /** While there are marks enough, one that a pen has bent by more than this is left out, mm; clean ones miss 0.05. */
    private static final double BENT_MM = 0.3;

    private static final int ENOUGH = 6;

    /** With so few marks each is needed, and none can be called the stray one. */
    private static final int FEWEST = 4;

    /** Looks for marks; each look sees more of them, or the same ones better. */
    private static final int ROUNDS = 3;

    /** Of a place on a rule against a mark: a rule is seen as exactly, but there are hundreds of places. */
    private static final double RULE_WEIGHT = 0.2;

    /** Scales of head and foot, or of width and height, as a ratio: a phone held 25° aslant reaches 1.4. */
    private static final double MOST_UNLIKE = 1.5;

    /** Sine of the angle between the paper's axes in the picture: 75°. */
    private static final double LEAST_SINE = 0.966;

    private static final PointMm MIDDLE = new PointMm(PageFrame.WIDTH_MM / 2, PageFrame.HEIGHT_MM / 2);

    PageFit {
        marks = List.copyOf(marks);
    }

    /** Whether a flat sheet can lie like this before a scanner or a phone: neither sheared nor seen from far aside. */
    boolean isPlausible() {
        PointPx origin = homography.toPixels(MIDDLE);
        PointPx right = homography.toPixels(new PointMm(MIDDLE.x() + 10, MIDDLE.y()));
        PointPx down = homography.toPixels(new PointMm(MIDDLE.x(), MIDDLE.y() + 10));
        double width = origin.distance(right);
        double height = origin.distance(down);
        double sine = ((right.x() - origin.x()) * (down.y() - origin.y())
                        - (right.y() - origin.y()) * (down.x() - origin.x()))
                / (width * height);
        double head = homography.pixelsPerMm(new PointMm(MIDDLE.x(), 0));
        double foot = homography.pixelsPerMm(new PointMm(MIDDLE.x(), PageFrame.HEIGHT_MM));
        return sine > LEAST_SINE && alike(width, height) && alike(head, foot);
    }

    private static boolean alike(double one, double other) {
        return one < MOST_UNLIKE * other && other < MOST_UNLIKE * one;
    }

    double residualMm() {
        return SeenMark.residualMm(marks, homography);
    }

    /** Marks seen above {@code yMm} on the paper. */
    long marksAbove(double yMm) {
        return marks.stream().filter(mark -> mark.printed().y() < yMm).count();
    }

    /** Looks for each mark around its place under a rough map, and again: a better map knows better where to look. */
    static Optional<PageFit> onMarks(PageImage image, Homography rough, List<Mark> marks) {
        Optional<PageFit> fit = fitted(see(image, rough, marks), List.of());
        for (int round = 1; round < ROUNDS && fit.isPresent(); round++) {
            fit = fitted(see(image, fit.get().homography, marks), List.of());
        }
        return fit;
    }

    /** Looks for the layout's own marks and rules under a map that the page marks gave. */
    static Optional<PageFit> onLayout(PageImage image, PageFit known, PageLayout layout) {
        List<SeenMark> marks = see(image, known.homography, layout.marks());
        RuleSight first = RuleSight.of(image, known.homography, layout.rules());
        return fitted(marks, first.ties(RULE_WEIGHT)).flatMap(fit -> {
            RuleSight second = RuleSight.of(image, fit.homography, layout.rules());
            return fitted(see(image, fit.homography, layout.marks()), second.ties(RULE_WEIGHT))
                    .map(last -> new PageFit(last.homography, last.marks, second.share()));
        });
    }

    private static List<SeenMark> see(PageImage image, Homography rough, List<Mark> marks) {
        List<SeenMark> seen = new ArrayList<>();
        for (Mark mark : marks) {
            MarkSight.see(image, rough, mark.square())
                    .ifPresent(centre -> seen.add(new SeenMark(mark.square().centre(), centre)));
        }
        return seen;
    }

    private static Optional<PageFit> fitted(List<SeenMark> seen, List<Tie> rules) {
        List<SeenMark> marks = new ArrayList<>(seen);
        Optional<Homography> map = map(marks, rules);
        while (map.isPresent()
                && marks.size() > FEWEST
                && SeenMark.residualMm(marks, map.get()) > (marks.size() > ENOUGH ? BENT_MM : STRAY_MM)) {
            marks.remove(SeenMark.worst(marks, map.get()));
            map = map(marks, rules);
        }
        return map.map(homography -> new PageFit(homography, marks, 1)).filter(PageFit::isPlausible);
    }

    /** Three marks alone fix an affine map; a fourth, or the rules, its perspective. */
    private static Optional<Homography> map(List<SeenMark> marks, List<Tie> rules) {
        List<Tie> ties = Stream.concat(marks.stream().flatMap(SeenMark::ties), rules.stream()).toList();
        if (marks.size() < FEWEST - 1) {
            return Optional.empty();
        }
        return marks.size() < FEWEST && rules.isEmpty() ? HomographyFit.affine(ties) : HomographyFit.projective(ties);
    }
}
