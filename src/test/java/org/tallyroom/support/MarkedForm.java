package org.tallyroom.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.Pose;
import org.tallyroom.image.PageImage;
import org.tallyroom.layout.FormLayout;
import org.tallyroom.layout.PageLayout;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.recognise.RegisteredPage;
import org.tallyroom.recognise.Registration;

/** The sample form as poppler rasterises it, to be marked with test pens again and again. */
public final class MarkedForm {

    private static final SampleMeeting MEETING = SampleMeeting.of("joint-assessment");

    private final PageLayout layout;
    private final byte[] blank;
    private final int width;
    private final int height;
    private final Homography toPixels;

    private MarkedForm(PageLayout layout, byte[] pgm, int dpi) {
        this.layout = layout;
        String[] head = new String(pgm, 0, 40, StandardCharsets.US_ASCII).split("\\s+");
        this.width = Integer.parseInt(head[1]);
        this.height = Integer.parseInt(head[2]);
        this.blank = Arrays.copyOfRange(pgm, pgm.length - width * height, pgm.length);
        double perMm = dpi / 25.4;
        this.toPixels = new Homography(perMm, 0, 0, 0, perMm, 0, 0, 0);
    }

    public static MarkedForm at(int dpi) {
        FormLayout form = MEETING.layout(0, 0);
        try {
            Path folder = Files.createTempDirectory("marked-form");
            Path pdf = folder.resolve("form.pdf");
            try (OutputStream out = Files.newOutputStream(pdf)) {
                new FormPdf(SampleMeeting.FONT).write(out, List.of(MEETING.sheet(form, 0, 0, 1)));
            }
            Path page = folder.resolve("page");
            Process poppler = new ProcessBuilder(
                            "pdftoppm", "-r", "" + dpi, "-gray", "-f", "1", "-singlefile", pdf.toString(), page.toString())
                    .inheritIO()
                    .start();
            if (poppler.waitFor() != 0) {
                throw new IllegalStateException("pdftoppm: " + poppler.exitValue());
            }
            Path pgm = folder.resolve("page.pgm");
            MarkedForm marked = new MarkedForm(form.page(1), Files.readAllBytes(pgm), dpi);
            Files.delete(pgm);
            Files.delete(pdf);
            Files.delete(folder);
            return marked;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public PageLayout layout() {
        return layout;
    }

    /** A sheet to draw on: gray levels 0..255. */
    public float[] sheet() {
        float[] gray = new float[blank.length];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = blank[i] & 0xff;
        }
        return gray;
    }

    public TestPen pen(float[] sheet, SplittableRandom random) {
        return new TestPen(sheet, width, toPixels, random);
    }

    /** The sheet as an office scanner sees it: a little less contrast and some noise, {@code noise} gray levels. */
    public RegisteredPage scanned(float[] sheet, SplittableRandom random, double noise) {
        byte[] gray = new byte[sheet.length];
        long state = random.nextLong() | 1;
        for (int i = 0; i < gray.length; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            double bell = ((state & 0xff) + (state >>> 8 & 0xff) + (state >>> 16 & 0xff) - 382) / 128.0;
            gray[i] = (byte) Math.max(0, Math.min(255, sheet[i] * 0.92 + 12 + noise * bell));
        }
        PageImage image = PageImage.ofGray(width, height, gray);
        return new RegisteredPage(image, layout, new Registration(Pose.flat(toPixels), 8, 0.05), List.of(), List.of(), false, 246, 12);
    }
}
