package org.tallyroom.pdf;

import java.util.function.Function;
import org.tallyroom.image.PageImage;
import org.tallyroom.vision.Fax;

/** What one page of a scanned PDF gives. */
public sealed interface ScannedPage {

    /** The scanner's own JPEG, taken out as it is: nothing is rendered, nothing is lost. */
    record Jpeg(byte[] bytes) implements ScannedPage {}

    /** The scanner's own black-and-white coding, taken out as it is. */
    record Coded(Fax fax) implements ScannedPage {}

    /**
     * The scanner's picture in another coding, unpacked; or, for a page that is no single picture, the rendered page.
     */
    record Picture(PageImage image) implements ScannedPage {}

    record Missing(Reason reason) implements ScannedPage {}

    /** Why a page gives no picture. */
    enum Reason {
        TOO_LARGE,
        DAMAGED,
        /** Pictures in a coding that is not read (ISO 15444). */
        JPEG_2000
    }

    default <T> T match(
            Function<byte[], T> jpeg,
            Function<Fax, T> coded,
            Function<PageImage, T> picture,
            Function<Reason, T> missing) {
        if (this instanceof Jpeg j) {
            return jpeg.apply(j.bytes());
        } else if (this instanceof Coded c) {
            return coded.apply(c.fax());
        } else if (this instanceof Picture p) {
            return picture.apply(p.image());
        }
        return missing.apply(((Missing) this).reason());
    }
}
