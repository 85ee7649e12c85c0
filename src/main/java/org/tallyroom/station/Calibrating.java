package org.tallyroom.station;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallyroom.calibration.CalibrationSheet;
import org.tallyroom.calibration.MadeProfile;
import org.tallyroom.calibration.ParsedProfile;
import org.tallyroom.calibration.ProfileMaking;
import org.tallyroom.calibration.SheetMeasures;
import org.tallyroom.image.PageImage;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.intake.SourceFiles;
import org.tallyroom.message.Message;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.pdf.PrintFont;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.recognise.PageReading;
import org.tallyroom.recognise.Printed;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.recognise.Recognition;
import org.tallyroom.store.Folder;
import org.tallyroom.vision.Natives;

/** Prints the calibration sheet, and makes a profile from its scans: what this printer, these pens, this scanner do. */
public final class Calibrating {

    private static final String PROFILE = "profile.yaml";
    private static final List<Integer> USUAL_DPI = List.of(100, 150, 200, 240, 300, 400, 600);

    private final PrintFont font = PrintFont.load();
    private final CalibrationSheet sheet = CalibrationSheet.of(own("form.yaml"), own("meeting.yaml"), font.metrics());
    private final Recogniser recogniser = new Recogniser(
            new Printed(sheet.seal(), Map.of(new Printed.Kind(0, 0, 0), sheet.layout())));

    /**
     * {@code calibrate read --json}.
     *
     * @param profile the written file; empty when it was refused
     * @param criteria hash of its criteria
     * @param refused why there is none, sentences for people
     */
    public record Document(
            List<Scan> scans, Optional<String> profile, Optional<String> criteria, List<Message> refused) {
        public Document {
            scans = List.copyOf(scans);
            refused = List.copyOf(refused);
        }
    }

    /**
     * One page.
     *
     * @param page from 1
     * @param kind sheet, blank or unreadable
     * @param reason why it was not read, one of the reasons of {@code scan}
     * @param streaks lines of dirt on the glass
     */
    public record Scan(
            String source,
            int page,
            String kind,
            Optional<String> reason,
            int streaks,
            Optional<Measured> measured,
            Optional<Dirt> dirt) {}

    /**
     * What a calibration sheet shows.
     *
     * @param dpi the usual resolution that is nearest
     * @param scaleAcross real over usual resolution: of the printer and the scanner together, 1 when both are right
     * @param contrast of solid print against paper, ratio of the whole range
     */
    public record Measured(
            Position position,
            int dpi,
            double scaleAcross,
            double scaleDown,
            boolean bilevel,
            double contrast,
            double noiseMm,
            double noiseContrast,
            double noiseAlongMm2,
            double smallestMarkMm,
            double weakestMark) {}

    /** What a blank sheet shows. @param largestMm 0 when there is none; @param picture the written PNG file */
    public record Dirt(int specks, double largestMm, String picture) {}

    /** @throws Refusal when the file cannot be written */
    public void print(Path file) {
        PrintedSheet printed =
                new PrintedSheet(sheet.layout(), sheet.shortCode(), List.of(sheet.seal().seal(sheet.code())));
        try (OutputStream out = Files.newOutputStream(file)) {
            new FormPdf(font).write(out, List.of(printed));
        } catch (IOException e) {
            throw Folder.cannotWrite(file, e);
        }
    }

    /**
     * @param into the folder for the profile and the pictures of dirt
     * @throws Refusal when there is a profile already, or nothing to read
     */
    public Document read(List<Path> scans, Path into) {
        Path profile = into.resolve(PROFILE);
        if (Files.exists(profile)) {
            throw new Refusal(Message.of("station.profile-exists", profile.toString()));
        }
        Natives.load();
        List<Scan> seen = new ArrayList<>();
        List<SheetMeasures> sheets = new ArrayList<>();
        for (Path file : SourceFiles.under(scans).files()) {
            try (ScanFile pages = ScanFile.open(file)) {
                for (int page = 1; pages.hasNext(); page++) {
                    Page place = new Page(file, page, into);
                    seen.add(pages.next().unpack(
                            ready -> scan(place, ready.image(), sheets),
                            fault -> unreadable(place, PageReader.word(fault), 0)));
                }
            }
        }
        return sheets.isEmpty()
                ? new Document(
                        seen, Optional.empty(), Optional.empty(), List.of(Message.of("station.no-calibration-sheet")))
                : made(seen, sheets, profile);
    }

    /** Where a page comes from, and where its picture goes. */
    private record Page(Path file, int number, Path into) {}

    private Document made(List<Scan> seen, List<SheetMeasures> sheets, Path file) {
        ParsedProfile.Profile standard = Profiles.standardProfile();
        String name = "calibrated: %d sheets".formatted(sheets.size());
        return ProfileMaking.of(standard, sheets, name).match(
                text -> {
                    Folder.writeSynced(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
                    String hash = Profiles.parse(PROFILE, text).match(p -> p.criteria().hash(), problems -> "");
                    return new Document(seen, Optional.of(file.toString()), Optional.of(hash), List.of());
                },
                reasons -> new Document(seen, Optional.empty(), Optional.empty(), reasons));
    }

    private Scan scan(Page place, PageImage image, List<SheetMeasures> sheets) {
        int streaks = BlankScan.streaks(image).size();
        return recognised(image).match(
                read -> measured(place, image, read.reading(), sheets, streaks),
                reason -> bare(place, image, PageReader.word(reason), streaks),
                origin -> unreadable(place, PageReader.word(origin), streaks),
                code -> unreadable(place, "no-code", streaks));
    }

    /** The sheet's code is known: one that cannot be read need not be. */
    private Recognition recognised(PageImage image) {
        Recognition first = recogniser.recognise(image);
        return first instanceof Recognition.CodeUnreadable ? recogniser.recognise(image, sheet.code()) : first;
    }

    private Scan measured(
            Page place, PageImage image, PageReading reading, List<SheetMeasures> sheets, int streaks) {
        SheetMeasures m = SheetMeasures.of(image, sheet.layout().page(1), reading);
        sheets.add(m);
        Position position = Position.of(reading.registration(), image);
        double mean = (position.acrossDpi() + position.downDpi()) / 2;
        int dpi = USUAL_DPI.stream()
                .reduce((a, b) -> Math.abs(b - mean) < Math.abs(a - mean) ? b : a)
                .orElseThrow();
        Measured measured = new Measured(
                position,
                dpi,
                Position.rounded(position.acrossDpi() / dpi),
                Position.rounded(position.downDpi() / dpi),
                image.bilevel(),
                Position.rounded(m.contrast()),
                Position.rounded(m.noiseMm()),
                Position.rounded(m.noiseContrast()),
                Position.rounded(m.noiseAlongMm2()),
                Position.rounded(m.smallestMm()),
                Position.rounded(m.weakest()));
        return new Scan(
                place.file().toString(),
                place.number(),
                "sheet",
                Optional.empty(),
                streaks,
                Optional.of(measured),
                Optional.empty());
    }

    /** A page on which no form is found may be the blank sheet. */
    private Scan bare(Page place, PageImage image, String reason, int streaks) {
        boolean formless = reason.equals("empty-page") || reason.equals("not-a-form");
        BlankScan blank = BlankScan.of(image);
        if (!formless || !blank.isBlank()) {
            return unreadable(place, reason, streaks);
        }
        String name = "dirt-" + place.file().getFileName() + "-" + place.number() + ".png";
        Path picture = place.into().resolve(name);
        Folder.writeSynced(picture.toAbsolutePath(), blank.picture(font));
        Dirt dirt = new Dirt(blank.specks().size(), Position.rounded(blank.largestMm()), picture.toString());
        return new Scan(
                place.file().toString(),
                place.number(),
                "blank",
                Optional.empty(),
                streaks,
                Optional.empty(),
                Optional.of(dirt));
    }

    private static Scan unreadable(Page place, String reason, int streaks) {
        return new Scan(
                place.file().toString(),
                place.number(),
                "unreadable",
                Optional.of(reason),
                streaks,
                Optional.empty(),
                Optional.empty());
    }

    private static String own(String name) {
        try (InputStream in = Calibrating.class.getResourceAsStream("/calibration/sheet/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own calibration sheet cannot be read", e);
        }
    }
}
