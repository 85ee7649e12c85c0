package org.tallyroom.recognise;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.vision.Tie;

/** A registration mark that was found: where it is printed, and where its centre lies in the image. */
record SeenMark(PointMm printed, PointPx seen) {

    double missMm(Homography homography) {
        return homography.toPaper(seen).distance(printed);
    }

    Stream<Tie> ties() {
        return Stream.of(Tie.across(printed, seen), Tie.along(printed, seen));
    }

    /** The mark the fit likes least. */
    static SeenMark worst(List<SeenMark> marks, Homography homography) {
        return marks.stream().max(Comparator.comparingDouble(mark -> mark.missMm(homography))).orElseThrow();
    }

    static double residualMm(List<SeenMark> marks, Homography homography) {
        return marks.isEmpty() ? 0 : worst(marks, homography).missMm(homography);
    }
}
