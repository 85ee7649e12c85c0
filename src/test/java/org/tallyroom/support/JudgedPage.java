package org.tallyroom.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Criteria;
import org.tallyroom.calibration.Doubt;
import org.tallyroom.calibration.ParsedProfile;
import org.tallyroom.calibration.ProfileReading;
import org.tallyroom.image.PageImage;
import org.tallyroom.intake.ScanFile;
import org.tallyroom.intake.TakenPage;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.recognise.Recogniser;
import org.tallyroom.recognise.Recognition;
import org.tallyroom.recognise.RowReading;

/**
 * A page of a scan as the program sees it, with the default criteria.
 *
 * @param state {@code read}, or the state and the reason as the command line says them: {@code unreadable turned}
 * @param token of the sheet, when it is read
 * @param answers item → option, {@code blank}, {@code overmarked} or {@code doubtful}
 * @param doubts item → why it is doubtful
 */
public record JudgedPage(
        String file,
        int number,
        String state,
        Optional<String> token,
        Map<String, String> answers,
        Map<String, Doubt> doubts) {

    public static final String READ = "read";
    public static final String DOUBTFUL = "doubtful";
    private static final Criteria CRITERIA = criteria();

    /** All pages of a file. */
    public static List<JudgedPage> of(Path file, Recogniser recogniser) {
        List<JudgedPage> pages = new ArrayList<>();
        try (ScanFile scan = ScanFile.open(file)) {
            while (scan.hasNext()) {
                pages.add(of(scan.next(), file.getFileName().toString(), pages.size() + 1, recogniser));
            }
        }
        return pages;
    }

    private static JudgedPage of(TakenPage page, String file, int number, Recogniser recogniser) {
        return page.unpack(
                fine -> of(fine.image(), file, number, recogniser),
                fault -> notRead(file, number, "unreadable " + word(fault)));
    }

    /** The page that one picture shows. */
    public static JudgedPage of(PageImage image, String file, int number, Recogniser recogniser) {
        return recogniser.recognise(image).match(
                read -> judged(read, file, number),
                reason -> notRead(file, number, "unreadable " + word(reason)),
                origin -> notRead(file, number, "foreign " + word(origin)),
                code -> notRead(file, number, "unreadable no-code"));
    }

    private static JudgedPage judged(Recognition.Read read, String file, int number) {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, Doubt> doubts = new LinkedHashMap<>();
        for (RowReading row : read.reading().rows()) {
            Answer answer = CRITERIA.judge(row, CountingRules.Crosses.REVIEW).answer();
            answers.put(row.item(), answer.match(
                    chosen -> chosen.option(),
                    () -> "blank",
                    () -> "overmarked",
                    doubt -> {
                        doubts.put(row.item(), doubt);
                        return DOUBTFUL;
                    }));
        }
        return new JudgedPage(file, number, READ, Optional.of(read.code().token()), answers, doubts);
    }

    private static JudgedPage notRead(String file, int number, String state) {
        return new JudgedPage(file, number, state, Optional.empty(), Map.of(), Map.of());
    }

    private static String word(Enum<?> reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Criteria criteria() {
        Path profile = Path.of("calibration", "default", "profile.yaml");
        try {
            return ProfileReading.parse(profile.toString(), Files.readString(profile))
                    .match(ParsedProfile.Profile::criteria, problems -> {
                        throw new AssertionError(problems);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
