package org.tallyroom.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An opened file of scans: an iterator over its pages, in order, one in memory at a time. A file that yields no page
 * yields one broken page, so that it is counted. Never throws for what is in the file.
 */
public final class ScanFile implements Iterator<TakenPage>, AutoCloseable {

    /** Bytes of one JPEG or PNG file; 100 million pixels of colour noise are smaller. */
    private static final long MOST_BYTES = 512L << 20;

    private final Iterator<TakenPage> pages;
    private final AutoCloseable file;

    private final Supplier<Optional<String>> kindNotRead;

    private ScanFile(Iterator<TakenPage> pages, AutoCloseable file, Supplier<Optional<String>> kindNotRead) {
        this.pages = pages;
        this.file = file;
        this.kindNotRead = kindNotRead;
    }

    public static ScanFile open(Path file) {
        if (!isFile(file)) {
            return single(new TakenPage.Broken(Fault.DAMAGED_FILE));
        }
        try {
            return switch (FileKind.of(file)) {
                case PDF -> pdf(file);
                case TIFF -> tiff(file);
                case JPEG_OR_PNG -> single(Files.size(file) > MOST_BYTES
                        ? new TakenPage.Broken(Fault.TOO_LARGE)
                        : new TakenPage.Packed(Files.readAllBytes(file)));
                case OTHER -> other(FileKind.nameOfOther(file));
            };
        } catch (IOException e) {
            // A file that cannot be read at all is one of the closed list's states, like one that is broken inside.
            return single(new TakenPage.Broken(Fault.DAMAGED_FILE));
        }
    }

    /** A named pipe or a device would keep whoever opens it waiting for ever. */
    public static boolean isFile(Path file) {
        return Files.isRegularFile(file);
    }

    private static ScanFile single(TakenPage page) {
        return new ScanFile(List.of(page).iterator(), () -> {}, Optional::empty);
    }

    private static ScanFile other(Optional<String> kind) {
        TakenPage page = new TakenPage.Broken(Fault.DAMAGED_FILE);
        return new ScanFile(List.of(page).iterator(), () -> {}, () -> kind);
    }

    /** The name of a kind of file or picture that is not read, when that is what its pages so far are broken for. */
    public Optional<String> kindNotRead() {
        return kindNotRead.get();
    }

    private static ScanFile pdf(Path file) throws IOException {
        PdfPages pages = PdfPages.open(file);
        return new ScanFile(pages, pages, pages::codingNotRead);
    }

    private static ScanFile tiff(Path file) throws IOException {
        TiffPages pages = TiffPages.open(file);
        return new ScanFile(pages, pages, Optional::empty);
    }

    @Override
    public boolean hasNext() {
        return pages.hasNext();
    }

    @Override
    public TakenPage next() {
        try {
            return pages.next();
        } catch (OutOfMemoryError | StackOverflowError bomb) {
            // Files that unpack without end, or nest without end, are attacks; the others of the batch are not.
            return new TakenPage.Broken(Fault.TOO_LARGE);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (Exception e) {
            throw new IllegalStateException("a file opened for reading cannot be closed", e);
        }
    }
}
