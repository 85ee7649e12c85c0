package org.tallyroom.support;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.tallyroom.image.PageImage;

/** What else lies in the folder that somebody calls "the scans". */
public final class BadFiles {

    private final Path folder;

    public BadFiles(Path folder) {
        this.folder = folder;
    }

    /** The first part of a file, as an interrupted copy leaves it; {@code share} 0..1 of its bytes. */
    public Path truncated(Path whole, double share, String name) {
        byte[] bytes = read(whole);
        return write(name, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }

    public Path empty(String name) {
        return write(name, new byte[0]);
    }

    public Path zip(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("scan.pdf"));
            zip.write("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(name, bytes.toByteArray());
    }

    /** The same PDF behind a password that nobody told us. */
    public Path encrypted(Path pdf, String name) {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            Path file = folder.resolve(name);
            document.save(file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A white black-and-white PNG of this side: 30,000 make 900 million pixels from a hundred thousand bytes. */
    public Path hugePng(int side, String name) {
        Path file = folder.resolve(name);
        byte[] head = ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            out.write(chunk("IHDR", head));
            out.write(chunk("IDAT", white(side)));
            out.write(chunk("IEND", new byte[0]));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] white(int side) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[1 + (side + 7) / 8];
            Arrays.fill(row, 1, row.length, (byte) 0xff);
            for (int y = 0; y < side; y++) {
                deflated.write(row);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] chunk(String kind, byte[] content) {
        byte[] name = kind.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A printed letter: ink enough, but no form. */
    public static PageImage letter() {
        BufferedImage page = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 2480, 3508);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SERIF, Font.PLAIN, 50));
        for (int line = 0; line < 42; line++) {
            pen.drawString("With reference to your letter of the " + (line + 1) + "th we regret that", 300, 500 + 65 * line);
        }
        pen.dispose();
        byte[] gray = ((DataBufferByte) page.getRaster().getDataBuffer()).getData();
        return PageImage.ofGray(2480, 3508, gray.clone());
    }

    /** The back of a sheet, or a sheet laid in face down. */
    public static PageImage emptyPage() {
        byte[] white = new byte[2480 * 3508];
        Arrays.fill(white, (byte) 251);
        return PageImage.ofGray(2480, 3508, white);
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
