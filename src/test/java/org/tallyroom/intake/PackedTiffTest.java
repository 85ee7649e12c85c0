package org.tallyroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallyroom.image.PageImage;
import org.tallyroom.pdf.Rasters;
import org.tallyroom.vision.Fax;
import org.tallyroom.vision.Pictures;

/** Fax and JPEG pages of TIFF files, kept as their scanner coded them; another decoder says what must come out. */
class PackedTiffTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"g4", "g4-strips-lsb", "g3", "g3-mixed-fill"})
    void aFaxOfLibtiffComesOutPixelByPixelAndIsKeptAsItIs(String name) throws IOException {
        byte[] file = resource(name);
        PageImage expected = byAnotherDecoder(file);
        TakenPage page = only(file);
        assertThat(page).isInstanceOf(TakenPage.Coded.class);
        TakenPage.Unpacking unpacked = unpacked(page).orElseThrow();
        assertThat(unpacked.image()).isEqualTo(expected);
        assertThat(unpacked.image().bilevel()).isTrue();
        assertThat(unpacked.kind()).isEqualTo("tif");
        assertThat(image(unpacked.bytes())).as("the picture that is kept").contains(expected);
    }

    @Test
    void jpegStripsOfATiffBecomeOneJpegWithTheSamePixels() throws IOException {
        byte[] file = resource("jpeg-strips");
        TakenPage page = only(file);
        assertThat(page).isInstanceOf(TakenPage.Packed.class);
        assertThat(unpacked(page).orElseThrow().image()).isEqualTo(byAnotherDecoder(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT RLE", "CCITT T.4", "CCITT T.6"})
    void everyRunLengthOfBothColoursIsKnown(String compression) throws IOException {
        BufferedImage runs = new BufferedImage(2700, 360, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < 360; y++) {
            int run = y < 128 ? y : 64 * (y / 2 - 60);
            for (int x = 0; x < 2700; x++) {
                boolean inside = x >= run && x < 2 * run;
                runs.getRaster().setSample(x, y, 0, inside == (y % 2 == 0) ? 0 : 1);
            }
        }
        PageImage expected = Rasters.page(runs);
        assertThat(unpacked(only(tiff(compression, runs))).orElseThrow().image()).isEqualTo(expected);
    }

    @Test
    void aFaxThatLostAnythingIsNoPage() throws IOException {
        Fax fax = ((TakenPage.Coded) only(resource("g4"))).fax();
        byte[] coded = fax.strips().get(0);
        for (int length = 0; length < coded.length - 4; length++) {
            assertThat(with(fax, Arrays.copyOf(coded, length)).page()).as(length + " of " + coded.length + " B").isEmpty();
        }
        assertThat(with(fax, Arrays.copyOf(coded, coded.length - 3)).page()).as("only the end mark missing").isPresent();
        byte[] more = Arrays.copyOf(coded, coded.length + 40);
        System.arraycopy(coded, 0, more, coded.length - 4, 40);
        assertThat(with(fax, more).page()).as("lines after the last one").isEmpty();
    }

    /** A flipped bit that gives other lines nearly always gives codes that do not exist, or a wrong number of lines. */
    @Test
    void mostFlippedBitsOfAFaxAreNoticedAndNoneLeavesThePageWhite() throws IOException {
        Fax fax = ((TakenPage.Coded) only(resource("g4"))).fax();
        PageImage whole = fax.page().orElseThrow();
        byte[] coded = fax.strips().get(0);
        Random random = new Random(4);
        int passed = 0;
        for (int i = 0; i < 500; i++) {
            byte[] flipped = coded.clone();
            flipped[random.nextInt(coded.length - 4)] ^= (byte) (1 << random.nextInt(8));
            Optional<PageImage> page = with(fax, flipped).page();
            passed += page.isPresent() ? 1 : 0;
            page.ifPresent(p -> assertThat(different(p, whole)).isLessThan(p.width() * p.height() / 20));
        }
        assertThat(passed).as("of 500 that looked sound").isLessThan(150);
    }

    @Test
    void jpegStripsThatAreCutOffAreNoPage() throws IOException {
        byte[] file = resource("jpeg-strips");
        byte[] joined = ((TakenPage.Packed) only(file)).bytes();
        byte[] cut = joined.clone();
        Arrays.fill(cut, joined.length / 2, joined.length - 2, (byte) 0);
        assertThat(unpacked(new TakenPage.Packed(cut))).isEmpty();
    }

    private static int different(PageImage one, PageImage other) {
        int different = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                different += one.gray(x, y) == other.gray(x, y) ? 0 : 1;
            }
        }
        return different;
    }

    private static Fax with(Fax fax, byte[] strip) {
        return new Fax(
                fax.width(), fax.height(), fax.coding(), fax.blackIsOne(), 0, 0, fax.linesPerStrip(), List.of(strip));
    }

    private static Optional<PageImage> image(byte[] file) {
        return Pictures.decode(file).match(Optional::of, Optional::empty, Optional::empty, (w, h) -> Optional.empty());
    }

    private static Optional<TakenPage.Unpacking> unpacked(TakenPage page) {
        return page.unpack(Optional::of, fault -> Optional.empty());
    }

    private TakenPage only(byte[] file) throws IOException {
        try (ScanFile scan = ScanFile.open(Files.write(folder.resolve("scan.tif"), file))) {
            TakenPage page = scan.next();
            assertThat(scan.hasNext()).isFalse();
            return page;
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PackedTiffTest.class.getResourceAsStream("TiffFuzzTestInputs/file/" + name + ".tif")) {
            return in.readAllBytes();
        }
    }

    private static PageImage byAnotherDecoder(byte[] file) throws IOException {
        ImageReader reader = new TIFFImageReaderSpi().createReaderInstance(null);
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)));
        return Rasters.page(reader.read(0));
    }

    private byte[] tiff(String compression, BufferedImage page) throws IOException {
        Path file = folder.resolve("written.tif");
        ImageWriter writer = new TIFFImageWriterSpi().createWriterInstance(null);
        try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(compression);
            writer.write(null, new IIOImage(page, null, null), how);
        }
        writer.dispose();
        return Files.readAllBytes(file);
    }
}
