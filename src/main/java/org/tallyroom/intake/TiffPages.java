package org.tallyroom.intake;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.tallyroom.image.PageImage;
import org.tallyroom.pdf.Rasters;
import org.tallyroom.vision.Fax;
import org.tallyroom.vision.Pictures;
import org.tallyroom.vision.Squared;

/** The pages of a TIFF file. A page with a missing strip or any warning of the decoder is broken, never read. */
final class TiffPages implements Iterator<TakenPage>, AutoCloseable {

    /**
     * The decoder says this of every uncompressed page whose last strip has fewer lines than the others, as most have;
     * {@link TiffDirectory} compares the lengths of such strips itself.
     */
    private static final String SHORT_STRIP = "strip/tileByteCount < required";

    private final TiffDirectory.Chain chain;
    private final FileImageInputStream stream;
    private final ImageReader reader;
    private int next;
    private boolean warned;

    private TiffPages(TiffDirectory.Chain chain, FileImageInputStream stream) throws IOException {
        this.chain = chain;
        this.stream = stream;
        // Chosen by name: the JDK has a TIFF reader of its own, which fails on what fax machines write.
        this.reader = new TIFFImageReaderSpi().createReaderInstance(null);
        reader.setInput(stream);
        reader.addIIOReadWarningListener((source, warning) -> warned |= !warning.startsWith(SHORT_STRIP));
    }

    static TiffPages open(Path file) throws IOException {
        TiffDirectory.Chain chain;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            chain = TiffDirectory.of(in);
        }
        return new TiffPages(chain, new FileImageInputStream(file.toFile()));
    }

    @Override
    public boolean hasNext() {
        return next < chain.pages().size() + (chain.brokenOff() ? 1 : 0);
    }

    @Override
    public TakenPage next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int index = next++;
        if (index == chain.pages().size()) {
            return new TakenPage.Broken(Fault.TRUNCATED);
        }
        TiffDirectory page = chain.pages().get(index);
        if (page.width() * page.height() > Pictures.MAX_PIXELS) {
            return new TakenPage.Broken(Fault.TOO_LARGE);
        }
        if (!page.complete()) {
            return new TakenPage.Broken(Fault.TRUNCATED);
        }
        try {
            Optional<TakenPage> packed = packed(page);
            return packed.isPresent() ? packed.get() : decoded(page);
        } catch (IOException | RuntimeException e) {
            // Contradictions in a page surface as either; it is one damaged page among good ones.
            return new TakenPage.Broken(Fault.DAMAGED_FILE);
        }
    }

    /** As the scanner coded it, where that coding can be kept: nothing is lost, and another thread may unpack it. */
    private Optional<TakenPage> packed(TiffDirectory page) throws IOException {
        TiffStrips strips = new TiffStrips(stream, page);
        Optional<Fax> fax = strips.fax();
        return fax.isPresent() ? fax.map(TakenPage.Coded::new) : strips.jpeg().map(TakenPage.Packed::new);
    }

    private TakenPage decoded(TiffDirectory page) throws IOException {
        warned = false;
        BufferedImage picture = reader.read(page.number());
        PageImage image = Squared.square(Rasters.page(picture), page.xPerUnit(), page.yPerUnit());
        return warned ? new TakenPage.Broken(Fault.TRUNCATED) : new TakenPage.Unpacked(image);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        stream.close();
    }
}
