package org.tallyroom.pdf;

import java.util.function.Function;
import java.util.function.Supplier;
import org.tallyroom.image.PageImage;

/** What one page of a scanned PDF gives. */
public sealed interface ScannedPage {

    /** The scanner's own JPEG, taken out as it is: nothing is rendered, nothing is lost. */
    record Jpeg(byte[] bytes) implements ScannedPage {}

    /**
     * The scanner's picture in another coding, unpacked; or, for a page that is no single picture, the rendered page.
     */
    record Picture(PageImage image) implements ScannedPage {}

    record TooLarge() implements ScannedPage {}

    record Damaged() implements ScannedPage {}

    default <T> T match(
            Function<byte[], T> jpeg, Function<PageImage, T> picture, Supplier<T> tooLarge, Supplier<T> damaged) {
        if (this instanceof Jpeg j) {
            return jpeg.apply(j.bytes());
        } else if (this instanceof Picture p) {
            return picture.apply(p.image());
        } else if (this instanceof TooLarge) {
            return tooLarge.get();
        }
        return damaged.get();
    }
}
