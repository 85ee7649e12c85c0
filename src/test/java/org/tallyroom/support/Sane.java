package org.tallyroom.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.tallyroom.image.PageImage;

/** Scans through real SANE: its pnm device has a picture where other scanners have a lamp. */
public final class Sane {

    private Sane() {}

    /** @param format what scanimage writes: pnm, tiff, png, jpeg or pdf */
    public static Path scan(PageImage page, String format, Path to) {
        try {
            Path glass = Files.createTempFile("glass", ".pgm");
            Pnm.write(page, glass);
            Path scanned = Tool.run(
                    "sane-utils",
                    List.of(
                            "scanimage",
                            "-d",
                            "pnm:0",
                            "--filename=" + glass,
                            "--resolution=300dpi",
                            "--format=" + format));
            Files.delete(glass);
            return Files.move(scanned, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
