package org.tallyroom.bench;

import java.util.function.Predicate;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.tallyroom.intake.TakenPage;

/** Ways from a packed page to its gray pixels in memory, nothing else: what no reader can be faster than. */
enum Decoder implements Predicate<TakenPage> {
    /** The program's own way in. */
    OWN {
        @Override
        public boolean test(TakenPage page) {
            return page.unpack(ready -> ready.image().width() > 0, fault -> false);
        }
    },
    /** libjpeg-turbo and libtiff inside OpenCV, into native memory. */
    OPENCV {
        @Override
        public boolean test(TakenPage page) {
            if (page instanceof TakenPage.Packed packed) {
                return decoded(packed.bytes());
            } else if (page instanceof TakenPage.Coded coded) {
                return decoded(coded.fax().file());
            }
            return false;
        }
    };

    String label() {
        return this == OWN ? "this program" : "OpenCV";
    }

    private static boolean decoded(byte[] file) {
        MatOfByte bytes = new MatOfByte(file);
        Mat gray = Imgcodecs.imdecode(bytes, Imgcodecs.IMREAD_GRAYSCALE);
        boolean there = !gray.empty();
        gray.release();
        bytes.release();
        return there;
    }
}
