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
import org.tallyroom.message.WorldBroke;
import org.tallyroom.pdf.FormPdf;
import org.tallyroom.pdf.PrintFont;
import org.tallyroom.pdf.PrintedSheet;
import org.tallyroom.recognise.PageReading;
import org.tallyroom.recognise.Printed;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.recognise.Recognition;
import org.tallyroom.station.CalibrationDocument.Dirt;
import org.tallyroom.station.CalibrationDocument.Measured;
import org.tallyroom.station.CalibrationDocument.Scan;
import org.tallyroom.store.Folder;
import org.tallyroom.vision.Natives;

/** Prints the calibration sheet, and makes a profile from its scans: what this printer, these pens, this scanner do. */
public final class Calibrating {

    private static final String PROFILE = "profile.yaml";

    private final PrintFont font = PrintFont.load();
    private final CalibrationSheet sheet = CalibrationSheet.of(own("form.yaml"), own("meeting.yaml"), font.metrics());
    private final Recogniser recogniser = new Recogniser(
            new Printed(sheet.seal(), Map.of(new Printed.Kind(0, 0, 0), sheet.layout())));

    /** @throws WorldBroke when the file cannot be written */
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
     * @throws Refusal when there is a profile already, or a scan is not there
     */
    public CalibrationDocument read(List<Path> scans, Path into) {
        Path profile = into.resolve(PROFILE);
        if (Files.exists(profile)) {
            throw new Refusal(Message.of("station.profile-exists", profile.toString()));
        }
        SourceFiles found = SourceFiles.under(scans);
        found.missing().stream().findFirst().ifPresent(missing -> {
            throw new Refusal(Message.of("station.cannot-read", missing.toString()));
        });
        Natives.load();
        List<Scan> seen = new ArrayList<>();
        List<SheetMeasures> sheets = new ArrayList<>();
        for (Path file : found.files()) {
            try (ScanFile pages = ScanFile.open(file)) {
                for (int number = 1; pages.hasNext(); number++) {
                    int page = number;
                    seen.add(pages.next().unpack(
                            ready -> scan(new Page(file, page, into, ready.image()), sheets),
                            fault -> Scan.unreadable(file, page, 0, PageReader.word(fault))));
                }
            }
        }
        return sheets.isEmpty()
                ? CalibrationDocument.refused(seen, List.of(Message.of("station.no-calibration-sheet")))
                : made(seen, sheets, profile);
    }

    /** Where a page comes from, and where its picture goes. */
    private record Page(Path file, int number, Path into, PageImage image) {}

    private static CalibrationDocument made(List<Scan> seen, List<SheetMeasures> sheets, Path file) {
        ParsedProfile.Profile standard = Profiles.standardProfile();
        String name = "calibrated: %d sheets".formatted(sheets.size());
        return ProfileMaking.of(standard, sheets, name).match(
                text -> {
                    Folder.writeSynced(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
                    String hash = Profiles.parse(PROFILE, text).match(p -> p.criteria().hash(), problems -> "");
                    return new CalibrationDocument(
                            seen, Optional.of(file.toString()), Optional.of(hash), List.of());
                },
                reasons -> CalibrationDocument.refused(seen, reasons));
    }

    private Scan scan(Page page, List<SheetMeasures> sheets) {
        int streaks = BlankScan.streaks(page.image()).size();
        return recognised(page.image()).match(
                read -> Scan.sheet(page.file(), page.number(), streaks, measured(page, read.reading(), sheets)),
                reason -> bare(page, PageReader.word(reason), streaks),
                origin -> Scan.unreadable(page.file(), page.number(), streaks, PageReader.word(origin)),
                code -> Scan.unreadable(page.file(), page.number(), streaks, "no-code"));
    }

    /** The sheet's code is known: one that cannot be read need not be. */
    private Recognition recognised(PageImage image) {
        Recognition first = recogniser.recognise(image);
        return first instanceof Recognition.CodeUnreadable ? recogniser.recognise(image, sheet.code()) : first;
    }

    private Measured measured(Page page, PageReading reading, List<SheetMeasures> sheets) {
        SheetMeasures measures = SheetMeasures.of(page.image(), sheet.layout().page(1), reading);
        sheets.add(measures);
        return Measured.of(Position.of(reading.registration(), page.image()), page.image(), measures);
    }

    /** A page on which no form is found may be the blank sheet. */
    private Scan bare(Page page, String reason, int streaks) {
        boolean formless = reason.equals("empty-page") || reason.equals("not-a-form");
        BlankScan blank = BlankScan.of(page.image());
        if (!formless || !blank.isBlank()) {
            return Scan.unreadable(page.file(), page.number(), streaks, reason);
        }
        Path picture = page.into().resolve("dirt-" + page.file().getFileName() + "-" + page.number() + ".png");
        Folder.writeSynced(picture.toAbsolutePath(), blank.picture(font));
        Dirt dirt = new Dirt(blank.specks().size(), Position.rounded(blank.largestMm()), picture.toString());
        return Scan.blank(page.file(), page.number(), streaks, dirt);
    }

    private static String own(String name) {
        try (InputStream in = Calibrating.class.getResourceAsStream("/calibration/sheet/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program's own calibration sheet cannot be read", e);
        }
    }
}
