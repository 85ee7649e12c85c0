package org.tallyroom.recognise;

import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;

/**
 * A page whose place on the paper is known. Only a registered page can measure ink: there is no other way to it.
 *
 * @param streaks that cross the picture: what they cover is not seen
 * @param paper gray level of the bare paper, 0..255
 * @param ink gray level of solid print, 0..255
 */
public record RegisteredPage(
        PageImage image,
        PageLayout layout,
        Registration registration,
        List<Streak> streaks,
        double paper,
        double ink) {

    public RegisteredPage {
        streaks = List.copyOf(streaks);
    }

    public PointPx toPixels(PointMm place) {
        return registration.pose().toPixels(place);
    }
}
