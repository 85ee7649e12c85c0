package org.tallyroom.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.tallyroom.meeting.CountingRules.Crosses;
import org.tallyroom.message.Message;
import org.tallyroom.recognise.RowReading;

/**
 * Makes a profile from scanned calibration sheets: the program's own criteria, moved only where the sheets show more
 * noise or fainter marks than those allow for. A profile that could not tell empty from marked is refused: it would
 * lose votes without a word.
 */
public final class ProfileMaking {

    /** By how much a limit lies above the noise of a few sheets, ratio, because a pile has worse ones. An estimate. */
    private static final double BEYOND = 1.15;

    /** Ink along print of which a dot of 1.4 mm on a box's outline leaves 0.7 mm²: noise as strong would hide it. */
    private static final double MOST_ALONG_MM2 = 0.7;

    /** A mark is this much larger than what is no mark, ratio, so that there is a range in which a person decides. */
    private static final double DECIDED_BY_PEOPLE = 1.3;

    /** Grain of the paper and JPEG ringing stay below it, ratio 0..1: marks that are fainter are for people to decide. */
    private static final double GRAIN = 0.15;

    private final ParsedProfile.Profile standard;
    private final List<SheetMeasures> sheets;
    private final List<Message> reasons = new ArrayList<>();

    private ProfileMaking(ParsedProfile.Profile standard, List<SheetMeasures> sheets) {
        this.standard = standard;
        this.sheets = sheets;
    }

    /**
     * @param standard the profile to start from
     * @param sheets at least one
     * @param name of the profile made
     */
    public static MadeProfile of(ParsedProfile.Profile standard, List<SheetMeasures> sheets, String name) {
        return new ProfileMaking(standard, List.copyOf(sheets)).make(name);
    }

    private MadeProfile make(String name) {
        List<Figure> figures = standard.figures().stream().map(this::measured).toList();
        if (reasons.isEmpty()) {
            String text = ProfileText.of(name, figures);
            Criteria criteria = ProfileReading.parse(name, text).match(ParsedProfile.Profile::criteria, problems -> {
                throw new IllegalArgumentException(problems.toString());
            });
            sheets.forEach(sheet -> sheet.rows().forEach(row -> prove(criteria, row)));
            if (reasons.isEmpty()) {
                return new MadeProfile.Made(text);
            }
        }
        return new MadeProfile.Refused(reasons.stream().distinct().toList());
    }

    private Figure measured(Figure figure) {
        return switch (figure.key()) {
            case "rest" -> larger(figure, standard.criteria().size().restMm(), restMm());
            case "mark" -> larger(figure, standard.criteria().size().markMm(), markMm());
            case "along" -> along(figure);
            case "contrast" -> contrast(figure);
            default -> figure;
        };
    }

    private double restMm() {
        return Math.max(standard.criteria().size().restMm(), BEYOND * most(SheetMeasures::noiseMm));
    }

    private double markMm() {
        double mark = restMm() > standard.criteria().size().restMm()
                ? Math.max(standard.criteria().size().markMm(), DECIDED_BY_PEOPLE * restMm())
                : standard.criteria().size().markMm();
        if (least(SheetMeasures::smallestMm) < mark) {
            reasons.add(Message.of(
                    "calibration.no-gap-size",
                    said(most(SheetMeasures::noiseMm)),
                    said(least(SheetMeasures::smallestMm)),
                    said(mark)));
        }
        return mark;
    }

    private Figure along(Figure figure) {
        double noise = BEYOND * most(SheetMeasures::noiseAlongMm2);
        if (noise > MOST_ALONG_MM2) {
            reasons.add(Message.of("calibration.no-gap-along", said(most(SheetMeasures::noiseAlongMm2))));
        }
        double standing = standard.criteria().size().alongMm2();
        return larger(figure, standing, Math.max(standing, noise));
    }

    private Figure larger(Figure figure, double standing, double measured) {
        String evidence = "noise in %d empty rows of %d calibration sheets: %s mm, contrast %s, along print %s mm2"
                .formatted(
                        emptyRows(),
                        sheets.size(),
                        said(most(SheetMeasures::noiseMm)),
                        said(most(SheetMeasures::noiseContrast)),
                        said(most(SheetMeasures::noiseAlongMm2)));
        return measured > standing
                ? figure.with(said(measured), evidence)
                : figure.with(figure.value(), figure.evidence() + "; " + evidence);
    }

    /** Half way, as a ratio, between the noise and the faintest mark, unless the standing limit parts them well. */
    private Figure contrast(Figure figure) {
        double noise = most(SheetMeasures::noiseContrast);
        double weakest = least(SheetMeasures::weakest);
        double standing = standard.criteria().size().contrast();
        String evidence = "faintest mark of %d calibration sheets %s, darkest noise %s"
                .formatted(sheets.size(), said(weakest), said(noise));
        if (weakest >= BEYOND * standing) {
            return figure.with(figure.value(), figure.evidence() + "; " + evidence);
        }
        if (weakest < BEYOND * BEYOND * noise || weakest == 0) {
            reasons.add(Message.of("calibration.no-gap-contrast", said(noise), said(weakest)));
            return figure;
        }
        double limit = Math.max(GRAIN, Math.sqrt(noise * weakest));
        return figure.with(said(Math.min(standing, limit)), evidence);
    }

    /** Empty rows must read as empty; a marked row as it was asked for, or be in doubt. */
    private void prove(Criteria criteria, RowReading row) {
        String asked = CalibrationSheet.asked(row.item());
        String read = criteria.judge(row, Crosses.REVIEW)
                .answer()
                .match(chosen -> chosen.option(), () -> "blank", () -> "overmarked", doubt -> "doubtful");
        boolean doubted = read.equals("doubtful") && !asked.equals("blank");
        if (!read.equals(asked) && !doubted) {
            reasons.add(Message.of("calibration.other-answer", row.item(), read, asked));
        }
    }

    private long emptyRows() {
        return sheets.stream()
                .flatMap(sheet -> sheet.rows().stream())
                .filter(row -> CalibrationSheet.asked(row.item()).equals("blank"))
                .count();
    }

    private double most(ToDoubleFunction<SheetMeasures> measure) {
        return sheets.stream().mapToDouble(measure).max().orElse(0);
    }

    private double least(ToDoubleFunction<SheetMeasures> measure) {
        return sheets.stream().mapToDouble(measure).min().orElse(0);
    }

    private static String said(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
