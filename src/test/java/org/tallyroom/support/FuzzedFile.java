package org.tallyroom.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.intake.TakenPage;
import org.tallyroom.vision.Pictures;

/**
 * Whatever is in a file, it ends in pages and faults: nothing is thrown, nothing hangs, no page is larger than allowed,
 * and a picture that is kept can be read again.
 */
public final class FuzzedFile {

    private static final int MOST_PAGES = 200;
    private static final int MOST_BYTES = 1 << 20;

    private FuzzedFile() {}

    /** @param magic what the file's kind is known by; the fuzzer need not find that out */
    public static void takeIn(byte[] file, String magic) {
        if (file.length < magic.length() || file.length > MOST_BYTES) {
            return;
        }
        System.arraycopy(magic.getBytes(StandardCharsets.ISO_8859_1), 0, file, 0, magic.length());
        try (ScanFile pages = ScanFile.open(write(file))) {
            assertThat(pages.hasNext()).as("a file that yields no page counts as one").isTrue();
            for (int i = 0; i < MOST_PAGES && pages.hasNext(); i++) {
                pages.next().unpack(FuzzedFile::canBeKept, fault -> true);
            }
        }
    }

    private static boolean canBeKept(TakenPage.Unpacking page) {
        assertThat((long) page.image().width() * page.image().height()).isLessThanOrEqualTo(Pictures.MAX_PIXELS);
        boolean same = Pictures.decode(page.bytes())
                .match(
                        again -> again.width() == page.image().width() && again.height() == page.image().height(),
                        () -> false,
                        () -> false,
                        (width, height) -> false);
        assertThat(same).as("the kept picture gives the same page").isTrue();
        return true;
    }

    private static Path write(byte[] file) {
        try {
            Path scan = Path.of(System.getProperty("java.io.tmpdir"), "tallyroom-fuzz-" + ProcessHandle.current().pid());
            scan.toFile().deleteOnExit();
            return Files.write(scan, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
