package org.tallyroom.recognise;

import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.PageLayout;

/**
 * A page whose place on the paper is known. Only a registered page can measure ink: there is no other way to it.
 *
 * @param image without the lines that dirt on the scanner's glass has drawn
 * @param streaks those lines, as far as they cross the page
 * @param hidden answer cells that cannot be seen, or not where they lie
 * @param faint whether most thin print has been lost: then thin strokes may be lost, too, and no ink is no blank row
 * @param paper gray level of the bare paper, 0..255
 * @param ink gray level of solid print, 0..255
 */
public record RegisteredPage(
        PageImage image,
        PageLayout layout,
        Registration registration,
        List<Streak> streaks,
        List<RectMm> hidden,
        boolean faint,
        double paper,
        double ink) {

    public RegisteredPage {
        streaks = List.copyOf(streaks);
        hidden = List.copyOf(hidden);
    }

    RegisteredPage with(PageImage other) {
        return new RegisteredPage(other, layout, registration, streaks, hidden, faint, paper, ink);
    }

    public PointPx toPixels(PointMm place) {
        return registration.pose().toPixels(place);
    }

    boolean isInPicture(PointMm place) {
        PointPx at = toPixels(place);
        return image.contains((int) Math.floor(at.x()), (int) Math.floor(at.y()));
    }
}
