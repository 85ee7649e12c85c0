package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.vision.BendFit;
import org.tallyroom.vision.HomographyFit;
import org.tallyroom.vision.Tie;

/** The pose that fits the marks that were seen. */
record PageFit(Pose pose, List<SeenMark> marks) {

    /** A mark further than this from the fit of the others is none, mm, unless the sheet is bent. */
    private static final double STRAY_MM = 1.0;

    /** While there are marks enough, one that a pen has bent by more is left out, mm; clean ones miss 0.05. */
    private static final double BENT_MM = 0.3;

    private static final int ENOUGH = 6;

    /** With so few marks each is needed, and none can be called the stray one. */
    private static final int FEWEST = 4;

    /** How far curled paper moves a mark beside its place on a flat sheet, mm. */
    private static final double CURLED_MM = 4;

    /** Looks for marks; each look sees more of them, or the same ones better. */
    private static final int ROUNDS = 3;

    /** Scales of head and foot, or of width and height, as a ratio: a phone held 25° aslant reaches 1.4. */
    private static final double MOST_UNLIKE = 1.5;

    /** Sine of the angle between the paper's axes in the picture: 75°. */
    private static final double LEAST_SINE = 0.966;

    private static final PointMm MIDDLE = new PointMm(PageFrame.WIDTH_MM / 2, PageFrame.HEIGHT_MM / 2);

    PageFit {
        marks = List.copyOf(marks);
    }

    /** Looks for each mark around its place under a rough map, and again: a better map knows better where to look. */
    static Optional<PageFit> onMarks(PageImage image, Homography rough, List<Mark> marks) {
        Optional<PageFit> fit = fitted(see(image, Pose.flat(rough), marks));
        for (int round = 1; round < ROUNDS && fit.isPresent(); round++) {
            fit = fitted(see(image, fit.get().pose, marks));
        }
        return fit;
    }

    static List<SeenMark> see(PageImage image, Pose rough, List<Mark> marks) {
        List<SeenMark> seen = new ArrayList<>();
        for (Mark mark : marks) {
            MarkSight.see(image, rough, mark.square())
                    .ifPresent(centre -> seen.add(new SeenMark(mark.square().centre(), centre)));
        }
        return seen;
    }

    /** The largest distance of a mark from its place on a flat sheet, mm. */
    double residualMm() {
        return SeenMark.residualMm(marks, Pose.flat(pose.homography()));
    }

    /** Marks seen above {@code yMm} on the paper. */
    long marksAbove(double yMm) {
        return marks.stream().filter(mark -> mark.printed().y() < yMm).count();
    }

    private static Optional<PageFit> fitted(List<SeenMark> seen) {
        return flat(seen)
                .map(fit -> fit.residualMm() <= BENT_MM ? fit : fit.bent(seen))
                .filter(PageFit::isPlausible);
    }

    /** A flat sheet, without the marks that a pen has bent. */
    private static Optional<PageFit> flat(List<SeenMark> seen) {
        List<SeenMark> marks = new ArrayList<>(seen);
        Optional<Homography> map = map(marks);
        while (map.isPresent()
                && marks.size() > FEWEST
                && SeenMark.residualMm(marks, Pose.flat(map.get())) > (marks.size() > ENOUGH ? BENT_MM : STRAY_MM)) {
            marks.remove(SeenMark.worst(marks, Pose.flat(map.get())));
            map = map(marks);
        }
        return map.map(homography -> new PageFit(Pose.flat(homography), marks));
    }

    /** More marks are bent than pens will have met: the sheet is. */
    private PageFit bent(List<SeenMark> seen) {
        List<SeenMark> near =
                seen.stream().filter(mark -> mark.missMm(Pose.flat(pose.homography())) <= CURLED_MM).toList();
        Homography flat = map(near).orElse(pose.homography());
        return new PageFit(
                new Pose(flat, BendFit.of(
                        near.stream().flatMap(mark -> mark.shifts(flat, 1)).toList(),
                        PageFrame.WIDTH_MM,
                        PageFrame.HEIGHT_MM)),
                near);
    }

    /** Three marks alone fix an affine map; a fourth its perspective. */
    private static Optional<Homography> map(List<SeenMark> marks) {
        List<Tie> ties = marks.stream().flatMap(SeenMark::ties).toList();
        if (marks.size() < FEWEST - 1) {
            return Optional.empty();
        }
        return marks.size() < FEWEST ? HomographyFit.affine(ties) : HomographyFit.projective(ties);
    }

    /** Whether a sheet can lie like this before a scanner or a phone: neither sheared nor seen from far aside. */
    boolean isPlausible() {
        Homography flat = pose.homography();
        PointPx origin = flat.toPixels(MIDDLE);
        PointPx right = flat.toPixels(new PointMm(MIDDLE.x() + 10, MIDDLE.y()));
        PointPx down = flat.toPixels(new PointMm(MIDDLE.x(), MIDDLE.y() + 10));
        double width = origin.distance(right);
        double height = origin.distance(down);
        double sine = ((right.x() - origin.x()) * (down.y() - origin.y())
                        - (right.y() - origin.y()) * (down.x() - origin.x()))
                / (width * height);
        double head = flat.pixelsPerMm(new PointMm(MIDDLE.x(), 0));
        double foot = flat.pixelsPerMm(new PointMm(MIDDLE.x(), PageFrame.HEIGHT_MM));
        return sine > LEAST_SINE && alike(width, height) && alike(head, foot);
    }

    private static boolean alike(double one, double other) {
        return one < MOST_UNLIKE * other && other < MOST_UNLIKE * one;
    }
}
