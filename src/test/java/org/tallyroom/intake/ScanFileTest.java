package org.tallyroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageWriterSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallyroom.image.PageImage;
import org.tallyroom.pdf.Rasters;
import org.tallyroom.support.BadFiles;
import org.tallyroom.vision.Pictures;
import org.tallyroom.vision.Squared;

/** Files as scanners, fax machines, phones and colleagues make them. */
class ScanFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.4", "CCITT T.6", "LZW", "PackBits", "Deflate"})
    void everyPageOfATiffComesOutAsItWentIn(String compression) throws IOException {
        boolean fax = compression.startsWith("CCITT");
        List<BufferedImage> pages = List.of(page(fax, 0), page(fax, 1), page(fax, 2));
        List<PageImage> taken = images(tiff("scan.dat", compression, pages));
        assertThat(taken).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(taken.get(i).gray(60 + i * 40, 70)).as("the stroke of page " + i).isLessThan(60);
            assertThat(taken.get(i).gray(20, 70)).isGreaterThan(200);
            assertThat(taken.get(i).bilevel()).isEqualTo(fax);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.6", "LZW"})
    void aTiffWithoutItsEndIsTruncatedAndNeverWhite(String compression) throws IOException {
        boolean fax = compression.startsWith("CCITT");
        Path whole = tiff("whole.tif", compression, List.of(page(fax, 0), page(fax, 1)));
        for (double share : new double[] {0.3, 0.55, 0.8, 0.97}) {
            List<TakenPage> pages = taken(new BadFiles(folder).truncated(whole, share, "cut.tif"));
            List<Fault> faults = faults(pages);
            assertThat(faults).as("cut at " + share).isNotEmpty().containsOnly(Fault.TRUNCATED);
            assertThat(pages.size() - faults.size()).as("whole pages left").isLessThan(2);
        }
    }

    @Test
    void aScannersPictureIsTakenOutOfItsPdfUnchanged() throws IOException {
        byte[] jpeg = Pictures.jpeg(gray(page(false, 1)), 80);
        Path pdf = folder.resolve("scan.pdf");
        try (PDDocument document = new PDDocument()) {
            place(document, JPEGFactory.createFromByteArray(document, jpeg), 0);
            place(document, CCITTFactory.createFromImage(document, page(true, 2)), 0);
            place(document, LosslessFactory.createFromImage(document, page(false, 0)), 0);
            document.save(pdf.toFile());
        }
        List<TakenPage> pages = taken(pdf);
        assertThat(pages).hasSize(3);
        assertThat(pages.get(0)).isInstanceOfSatisfying(TakenPage.Packed.class, p -> assertThat(p.bytes()).isEqualTo(jpeg));
        assertThat(images(pdf).get(1).width()).as("the fax's own pixels").isEqualTo(400);
        assertThat(images(pdf).get(1).bilevel()).isTrue();
        assertThat(images(pdf).get(2).gray(60, 70)).isLessThan(60);
    }

    @Test
    void aPageThatIsMoreThanOnePictureIsDrawn() throws IOException {
        Path pdf = folder.resolve("marked.pdf");
        try (PDDocument document = new PDDocument()) {
            place(document, LosslessFactory.createFromImage(document, page(false, 0)), 0);
            PDPage page = document.getPage(0);
            try (PDPageContentStream more =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                more.addRect(300, 400, 60, 60);
                more.fill();
            }
            document.save(pdf.toFile());
        }
        PageImage drawn = images(pdf).get(0);
        assertThat(drawn.width()).as("A4 at 300 dpi").isBetween(2470, 2490);
        assertThat(drawn.gray((int) (330 / 72.0 * 300), (int) ((842 - 430) / 72.0 * 300))).as("what was drawn on top").isLessThan(60);
    }

    /** Scanning programs cut pages into strips; PDFBox leaves a strip white that it cannot unpack. */
    @ParameterizedTest
    @ValueSource(strings = {"DCTDecode", "FlateDecode", "CCITTFaxDecode", "LZWDecode", "JPXDecode", "NoSuchDecode"})
    void aPageOfStripsOfWhichOneIsBrokenIsNoPage(String filter) throws IOException {
        for (boolean broken : new boolean[] {false, true}) {
            Path pdf = folder.resolve(filter + broken + ".pdf");
            try (PDDocument document = new PDDocument()) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                PDImageXObject whole = LosslessFactory.createFromImage(document, page(false, 0));
                PDImageXObject other = filter.equals("DCTDecode")
                        ? JPEGFactory.createFromImage(document, page(false, 1))
                        : filter.equals("CCITTFaxDecode")
                                ? CCITTFactory.createFromImage(document, page(true, 1))
                                : LosslessFactory.createFromImage(document, page(false, 1));
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(whole, 0, 421, 595, 421);
                    content.drawImage(other, 0, 0, 595, 421);
                }
                if (broken) {
                    halve(other, filter);
                }
                document.save(pdf.toFile());
            }
            List<Fault> faults = faults(taken(pdf));
            assertThat(faults).as("broken: " + broken).hasSize(broken ? 1 : 0);
        }
    }

    private static void halve(PDImageXObject picture, String filter) throws IOException {
        byte[] coded;
        try (InputStream in = picture.getCOSObject().createRawInputStream()) {
            coded = in.readAllBytes();
        }
        try (OutputStream out = picture.getCOSObject().createRawOutputStream()) {
            out.write(coded, 0, coded.length / 2);
        }
        picture.getCOSObject().setItem(COSName.FILTER, COSName.getPDFName(filter));
    }

    @Test
    void aFaxInNormalModeGetsSquarePixels() {
        PageImage flat = PageImage.ofBilevel(200, 100, new byte[20_000]);
        PageImage square = Squared.square(flat, 204, 98);
        assertThat(square.height()).isBetween(207, 209);
        assertThat(square.width()).isEqualTo(200);
        assertThat(square.bilevel()).isTrue();
        assertThat(Squared.square(flat, 204, 196)).as("fine mode").isSameAs(flat);
        PageImage mislabelled = PageImage.ofBilevel(1728, 1146, new byte[1728 * 1146]);
        assertThat(Squared.square(mislabelled, 204, 196).height()).as("a page of another's mode").isBetween(2380, 2390);
    }

    @Test
    void badFilesHaveANameEach() throws IOException {
        BadFiles bad = new BadFiles(folder);
        Path jpeg = Files.write(folder.resolve("whole.jpg"), Pictures.jpeg(BadFiles.letter(), 80));
        Path pdf = folder.resolve("whole.pdf");
        try (PDDocument document = new PDDocument()) {
            place(document, LosslessFactory.createFromImage(document, page(false, 0)), 0);
            document.save(pdf.toFile());
        }
        assertThat(fault(bad.truncated(jpeg, 0.5, "half.jpg"))).isEqualTo(Fault.TRUNCATED);
        assertThat(fault(bad.truncated(pdf, 0.5, "half.pdf"))).isEqualTo(Fault.TRUNCATED);
        assertThat(fault(bad.empty("empty.jpg"))).isEqualTo(Fault.DAMAGED_FILE);
        assertThat(fault(bad.zip("zip.pdf"))).isEqualTo(Fault.DAMAGED_FILE);
        assertThat(fault(bad.encrypted(pdf, "locked.pdf"))).isEqualTo(Fault.ENCRYPTED);
        assertThat(fault(bad.hugePng(30_000, "huge.png"))).isEqualTo(Fault.TOO_LARGE);
        assertThat(fault(folder.resolve("not-there.jpg"))).isEqualTo(Fault.DAMAGED_FILE);
    }

    @Test
    void aKindThatIsNotReadIsNamed() throws IOException {
        assertThat(kindNotRead("\0\0\0\u0018ftypheic")).contains("HEIC");
        assertThat(kindNotRead("RIFF\u0010\0\0\0WEBPVP8 ")).contains("WebP");
        assertThat(kindNotRead("nothing anybody knows")).isEmpty();
        Path pdf = folder.resolve("jpx.pdf");
        try (PDDocument document = new PDDocument()) {
            PDImageXObject picture = LosslessFactory.createFromImage(document, page(false, 0));
            place(document, picture, 0);
            halve(picture, "JPXDecode");
            document.save(pdf.toFile());
        }
        try (ScanFile scan = ScanFile.open(pdf)) {
            assertThat(scan.next()).isEqualTo(new TakenPage.Broken(Fault.DAMAGED_FILE));
            assertThat(scan.kindNotRead()).contains("JPEG 2000");
        }
    }

    private Optional<String> kindNotRead(String head) throws IOException {
        Path file = Files.writeString(folder.resolve("scan.jpg"), head, StandardCharsets.ISO_8859_1);
        try (ScanFile scan = ScanFile.open(file)) {
            assertThat(scan.next()).isEqualTo(new TakenPage.Broken(Fault.DAMAGED_FILE));
            return scan.kindNotRead();
        }
    }

    @Test
    void aPdfThatLostItsEndHasAPageMoreThatIsMissing() throws IOException {
        Path pdf = folder.resolve("whole.pdf");
        try (PDDocument document = new PDDocument()) {
            place(document, LosslessFactory.createFromImage(document, page(false, 0)), 0);
            document.save(pdf.toFile());
        }
        byte[] bytes = Files.readAllBytes(pdf);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Path cut = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(bytes, text.lastIndexOf("startxref")));
        List<TakenPage> pages = taken(cut);
        assertThat(pages.get(pages.size() - 1)).isEqualTo(new TakenPage.Broken(Fault.TRUNCATED));
    }

    @Test
    void notesOfACameraAreTakenOutAndEveryPixelStays() {
        byte[] plain = Pictures.jpeg(gray(page(false, 0)), 90);
        byte[] exif = "Exif\0\0 2014:06:18 09:30:00 Canon".getBytes(StandardCharsets.ISO_8859_1);
        byte[] noted = new byte[plain.length + exif.length + 4];
        System.arraycopy(plain, 0, noted, 0, 2);
        noted[2] = (byte) 0xff;
        noted[3] = (byte) 0xe1;
        noted[4] = 0;
        noted[5] = (byte) (exif.length + 2);
        System.arraycopy(exif, 0, noted, 6, exif.length);
        System.arraycopy(plain, 2, noted, 6 + exif.length, plain.length - 2);
        assertThat(Notes.removed(noted)).isEqualTo(plain);
        byte[] png = Pictures.png(gray(page(false, 0)));
        assertThat(Notes.removed(png)).isEqualTo(png);
    }

    @Test
    void filesComeInTheOrderAPersonExpectsAndSystemFilesAreOnlyNamed() throws IOException {
        for (String name : List.of("scan10.jpg", "scan2.jpg", "Thumbs.db", ".DS_Store", "子/张.jpg")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), new byte[0]);
        }
        SourceFiles found = SourceFiles.under(List.of(folder, folder.resolve("nowhere")));
        assertThat(found.files()).extracting(f -> folder.relativize(f).toString()).containsExactly("scan2.jpg", "scan10.jpg", "子/张.jpg");
        assertThat(found.system()).extracting(f -> f.getFileName().toString()).containsExactly(".DS_Store", "Thumbs.db");
        assertThat(found.missing()).containsExactly(folder.resolve("nowhere"));
    }

    @Test
    void aLinkThatLeadsBackIsFollowedOnce() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("batch/inner"));
        Files.write(inner.resolve("scan.jpg"), new byte[0]);
        Files.createSymbolicLink(inner.resolve("up"), folder.resolve("batch"));
        Files.createSymbolicLink(inner.resolve("here"), inner);
        SourceFiles found = SourceFiles.under(List.of(folder.resolve("batch"), inner));
        assertThat(found.files()).containsExactly(inner.resolve("scan.jpg"));
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aNamedPipeIsADamagedFileAndNobodyWaitsForIt() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThat(fault(pipe)).isEqualTo(Fault.DAMAGED_FILE);
    }

    /** As libtiff writes it: 566 lines in strips of 100, the last of 66. */
    @Test
    void anUncompressedPageMayEndInAShorterStripButLackNothing() throws IOException {
        assertThat(images(uncompressed("whole.tif", 0)).get(0).gray(60, 70)).isZero();
        assertThat(fault(uncompressed("short.tif", 1))).isEqualTo(Fault.TRUNCATED);
    }

    /** A black page of 400 × 566 pixels of one bit; {@code missing} bytes of its last strip are not told. */
    private Path uncompressed(String name, int missing) throws IOException {
        int line = 50;
        int strips = 6;
        int pixels = 8 + 2 + 8 * 12 + 4;
        int offsets = pixels + 566 * line;
        ByteBuffer file = ByteBuffer.allocate(offsets + strips * 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) 8);
        int[][] fields = {
            {256, 400}, {257, 566}, {258, 1}, {259, 1}, {262, 1}, {273, offsets}, {278, 100}, {279, offsets + strips * 4}
        };
        for (int[] field : fields) {
            boolean many = field[0] == 273 || field[0] == 279;
            file.putShort((short) field[0]).putShort((short) 4).putInt(many ? strips : 1).putInt(field[1]);
        }
        file.position(offsets);
        for (int i = 0; i < strips; i++) {
            file.putInt(pixels + i * 100 * line);
        }
        for (int i = 0; i < strips; i++) {
            file.putInt(i < strips - 1 ? 100 * line : 66 * line - missing);
        }
        return Files.write(folder.resolve(name), file.array());
    }

    private static BufferedImage page(boolean oneBit, int number) {
        BufferedImage page = new BufferedImage(
                400, 566, oneBit ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 400, 566);
        pen.setColor(Color.BLACK);
        pen.fillRect(50 + number * 40, 50, 20, 400);
        Random grain = new Random(number);
        for (int i = 0; i < 3000; i++) {
            pen.fillRect(250 + grain.nextInt(120), grain.nextInt(560), 2, 2);
        }
        pen.dispose();
        return page;
    }

    private static PageImage gray(BufferedImage page) {
        return Rasters.page(page);
    }

    private Path tiff(String name, String compression, List<BufferedImage> pages) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        ImageWriter writer = new TIFFImageWriterSpi().createWriterInstance(null);
        try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType(compression);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), how);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return file;
    }

    private static void place(PDDocument document, PDImageXObject picture, int margin) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(
                    picture, margin, margin, PDRectangle.A4.getWidth() - 2 * margin, PDRectangle.A4.getHeight() - 2 * margin);
        }
    }

    private static List<TakenPage> taken(Path file) {
        List<TakenPage> pages = new ArrayList<>();
        try (ScanFile scan = ScanFile.open(file)) {
            scan.forEachRemaining(pages::add);
        }
        return pages;
    }

    private static List<PageImage> images(Path file) {
        return taken(file).stream().map(p -> p.unpack(TakenPage.Unpacking::image, ScanFileTest::unexpected)).toList();
    }

    private static PageImage unexpected(Fault fault) {
        throw new AssertionError(fault);
    }

    private static List<Fault> faults(List<TakenPage> pages) {
        List<Fault> faults = new ArrayList<>();
        pages.forEach(p -> p.unpack(ready -> true, faults::add));
        return faults;
    }

    private static Fault fault(Path file) {
        List<Fault> faults = faults(taken(file));
        assertThat(faults).as(file.toString()).hasSize(1);
        return faults.get(0);
    }
}
