package org.tallyroom.recognise;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.Pose;
import org.tallyroom.vision.Shift;
import org.tallyroom.vision.Tie;

/** A registration mark that was found: where it is printed, and where its centre lies in the image. */
record SeenMark(PointMm printed, PointPx seen) {

    double missMm(Pose pose) {
        return pose.toPaper(seen).distance(printed);
    }

    Stream<Tie> ties() {
        return Stream.of(Tie.across(printed, seen), Tie.along(printed, seen));
    }

    /** How far the mark lies beside its place on a flat sheet. */
    Stream<Shift> shifts(Homography flat, double weight) {
        PointMm place = flat.toPaper(seen);
        return Stream.of(
                new Shift(printed, false, place.x() - printed.x(), weight),
                new Shift(printed, true, place.y() - printed.y(), weight));
    }

    /** The mark the fit likes least. */
    static SeenMark worst(List<SeenMark> marks, Pose pose) {
        return marks.stream().max(Comparator.comparingDouble(mark -> mark.missMm(pose))).orElseThrow();
    }

    static double residualMm(List<SeenMark> marks, Pose pose) {
        return marks.isEmpty() ? 0 : worst(marks, pose).missMm(pose);
    }
}
