package org.tallyroom.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tallyroom.message.Message;
import org.tallyroom.message.WorldBroke;
import org.tallyroom.pdf.PicturePdf;
import org.tallyroom.vision.Pictures;

/** The folder a scanner writes to. */
public final class ScanFolder {

    private final Path folder;

    /** @throws WorldBroke when the folder cannot be made */
    public ScanFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new WorldBroke(Message.of("rehearsal.cannot-write", folder.toString()), broken);
        }
    }

    /** The kinds of files scanners make. */
    public enum Format {
        JPEG(".jpg"),
        PNG(".png"),
        TIFF(".tif"),
        PDF(".pdf");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** Whether one file holds many pages. */
        public boolean manyPages() {
            return switch (this) {
                case TIFF, PDF -> true;
                case JPEG, PNG -> false;
            };
        }

        public String named(String stem) {
            return stem + ending;
        }
    }

    /**
     * Writes the pages as one file.
     *
     * @param stem the file's name without its ending
     * @throws IllegalArgumentException when the format does not hold so many pages
     * @throws WorldBroke when the file cannot be written
     */
    public Path write(String stem, Format format, List<Scan> scans) {
        if (scans.size() != 1 && !format.manyPages()) {
            throw new IllegalArgumentException(scans.size() + " pages in one " + format);
        }
        Path file = folder.resolve(format.named(stem));
        switch (format) {
            case JPEG -> save(file, jpeg(scans.get(0)));
            case PNG -> save(file, Pictures.png(scans.get(0).image()));
            case TIFF -> save(file, TiffFile.of(scans));
            case PDF -> PicturePdf.write(
                    file,
                    scans.stream().map(s -> new PicturePdf.Picture(jpeg(s), s.dpi())).toList());
        }
        return file;
    }

    private static byte[] jpeg(Scan scan) {
        return Pictures.jpeg(scan.image(), scan.jpegQuality());
    }

    private static void save(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException broken) {
            throw new WorldBroke(Message.of("rehearsal.cannot-write", file.toString()), broken);
        }
    }
}
