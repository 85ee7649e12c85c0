package org.tallyroom.intake;

import java.util.function.Function;
import org.tallyroom.image.PageImage;
import org.tallyroom.pdf.JpegReading;
import org.tallyroom.vision.Decoding;
import org.tallyroom.vision.Fax;
import org.tallyroom.vision.Pictures;

/** One page as its file holds it. Taking it out is done in order by one thread, unpacking it by any. */
public sealed interface TakenPage {

    /** A JPEG or PNG, still packed. */
    record Packed(byte[] bytes) implements TakenPage {}

    /** A black-and-white picture in a fax's coding, still packed. */
    record Coded(Fax fax) implements TakenPage {}

    /** Unpacked already, because its file's coding can only be read in place. */
    record Unpacked(PageImage image) implements TakenPage {}

    record Broken(Fault fault) implements TakenPage {}

    /**
     * The page ready to be read and to be kept.
     *
     * @param image its pixels
     * @param bytes the picture to keep: the scanner's own coding where there is one, without camera notes or dates
     * @param kind jpg, png or tif
     */
    record Unpacking(PageImage image, byte[] bytes, String kind) {}

    /** Either gives what {@code ready} makes of the picture, or what {@code broken} makes of the fault. */
    default <T> T unpack(Function<Unpacking, T> ready, Function<Fault, T> broken) {
        if (this instanceof Broken b) {
            return broken.apply(b.fault());
        } else if (this instanceof Unpacked u) {
            return ready.apply(new Unpacking(u.image(), Pictures.png(u.image()), "png"));
        } else if (this instanceof Coded c) {
            return c.fax().page()
                    .map(image -> ready.apply(new Unpacking(image, c.fax().file(), "tif")))
                    .orElseGet(() -> broken.apply(Fault.DAMAGED_FILE));
        }
        // Without the notes first: decoders warn of colour profiles and broken camera notes, which concern no pixel.
        byte[] bytes = Notes.removed(((Packed) this).bytes());
        Decoding decoding = Notes.isJpeg(bytes) ? JpegReading.decode(bytes) : Pictures.decode(bytes);
        return decoding.match(
                image -> ready.apply(new Unpacking(image, bytes, Notes.isJpeg(bytes) ? "jpg" : "png")),
                () -> broken.apply(Fault.TRUNCATED),
                () -> broken.apply(Fault.DAMAGED_FILE),
                (width, height) -> broken.apply(Fault.TOO_LARGE));
    }
}
