package org.tallyroom.recognise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.vision.SolidSquare;

/**
 * Sees that a strip of another sheet peeps out beneath a page that is read: two solid squares that are none of this
 * page's, as far apart as two of the page marks are and lying as they do.
 */
final class SecondSheet {

    /** Squares this near to print of the page's own belong to it, mm. */
    private static final double OWN_MM = 3;

    /** Sheets pulled in together lie nearly straight or head to foot, degrees between them. */
    private static final double ASKEW = 20;

    /** Error of a distance between squares of the overview, which are seen to 0.3 mm, and of two marks of the page. */
    private static final double ROUGH_MM = 2;

    private static final double FINE_MM = 0.3;

    /** Two sheets stretch alike in one printer and one feeder, ratio. */
    private static final double STRETCH = 0.008;

    private final Scene scene;
    private final Pose pose;

    private SecondSheet(Scene scene, Pose pose) {
        this.scene = scene;
        this.pose = pose;
    }

    /** Squares that might be marks, and are neither this page's nor filled boxes. */
    static List<SolidSquare> strays(Scene scene, Pose pose, PageLayout layout) {
        List<RectMm> own = Stream.of(
                        layout.marks().stream().map(Mark::square),
                        layout.codes().stream(),
                        layout.rows().stream().flatMap(row -> row.cells().stream()).map(PageLayout.Cell::cell))
                .flatMap(areas -> areas)
                .map(area -> area.grow(OWN_MM))
                .toList();
        return scene.squares().stream()
                .filter(square -> own.stream().noneMatch(area -> area.contains(pose.toPaper(square.centre()))))
                .toList();
    }

    static boolean peepsOut(Scene scene, Pose pose, List<SolidSquare> strays) {
        SecondSheet sheet = new SecondSheet(scene, pose);
        return strays.stream().anyMatch(one -> strays.stream()
                .filter(other -> other != one)
                .anyMatch(other -> sheet.areMarks(one.centre(), other.centre())));
    }

    private boolean areMarks(PointPx one, PointPx other) {
        List<Mark> marks = PageFrame.marks();
        return marks.stream().anyMatch(from -> marks.stream()
                .filter(to -> to != from)
                .filter(to -> lieAs(from, to, one, other, ROUGH_MM))
                .anyMatch(to -> areMarks(from, to, one, other)));
    }

    private boolean areMarks(Mark from, Mark to, PointPx one, PointPx other) {
        Pose there = Pose.flat(laid(from, to, one, other));
        Optional<PointPx> first = MarkSight.see(scene.image(), there, from.square());
        Optional<PointPx> second = first.flatMap(seen -> MarkSight.see(scene.image(), there, to.square()));
        return second.filter(seen -> lieAs(from, to, first.get(), seen, FINE_MM)).isPresent();
    }

    private boolean lieAs(Mark from, Mark to, PointPx one, PointPx other, double errorMm) {
        PointMm start = pose.toPaper(one);
        PointMm end = pose.toPaper(other);
        double printed = from.square().centre().distance(to.square().centre());
        double turn = angle(start, end) - angle(from.square().centre(), to.square().centre());
        return Math.abs(start.distance(end) - printed) <= errorMm + STRETCH * printed
                && Math.abs(Math.sin(turn)) <= Math.sin(Math.toRadians(ASKEW));
    }

    private static double angle(PointMm from, PointMm to) {
        return Math.atan2(to.y() - from.y(), to.x() - from.x());
    }

    /** The turn, scale and shift that lay two marks on two places. */
    private static Homography laid(Mark from, Mark to, PointPx one, PointPx other) {
        PointMm start = from.square().centre();
        double dx = to.square().centre().x() - start.x();
        double dy = to.square().centre().y() - start.y();
        double px = other.x() - one.x();
        double py = other.y() - one.y();
        double squared = dx * dx + dy * dy;
        double re = (px * dx + py * dy) / squared;
        double im = (py * dx - px * dy) / squared;
        return new Homography(
                re,
                -im,
                one.x() - re * start.x() + im * start.y(),
                im,
                re,
                one.y() - im * start.x() - re * start.y(),
                0,
                0);
    }
}
