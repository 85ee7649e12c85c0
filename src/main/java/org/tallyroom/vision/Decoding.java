package org.tallyroom.vision;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tallyroom.image.PageImage;

/** What decoding the bytes of a JPEG or PNG file gives. */
public sealed interface Decoding {

    record Decoded(PageImage page) implements Decoding {}

    /** The end is missing. Decoders fill the rest with gray or white, which would read as a blank ballot. */
    record Truncated() implements Decoding {}

    /** No picture of a kind this program decodes, or one with broken parts. */
    record Damaged() implements Decoding {}

    /** More pixels than {@link Pictures#MAX_PIXELS}; told from the header, nothing was decoded. */
    record TooLarge(int width, int height) implements Decoding {}

    default <T> T match(
            Function<PageImage, T> decoded,
            Supplier<T> truncated,
            Supplier<T> damaged,
            BiFunction<Integer, Integer, T> tooLarge) {
        if (this instanceof Decoded d) {
            return decoded.apply(d.page());
        } else if (this instanceof Truncated) {
            return truncated.get();
        } else if (this instanceof Damaged) {
            return damaged.get();
        }
        TooLarge large = (TooLarge) this;
        return tooLarge.apply(large.width(), large.height());
    }
}
