package org.tallyroom.recognise;

import java.util.List;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Overview;
import org.tallyroom.vision.SolidSquare;
import org.tallyroom.vision.SolidSquares;

/** A scanned picture, its overview, and what might be registration marks in it. */
record Scene(PageImage image, Overview overview, List<SolidSquare> squares) {

    Scene {
        squares = List.copyOf(squares);
    }

    static Scene of(PageImage image) {
        return seen(image, Overview.of(image, Overview.LONG_SIDE));
    }

    /** With twice the pixels along each side: for a sheet that fills only a part of the picture. */
    Scene finer() {
        return seen(image, Overview.of(image, 2 * Overview.LONG_SIDE));
    }

    /** With squares of print that has faded. */
    Scene faded() {
        return new Scene(image, overview, SolidSquares.faded(overview));
    }

    private static Scene seen(PageImage image, Overview overview) {
        return new Scene(image, overview, SolidSquares.in(overview));
    }
}
