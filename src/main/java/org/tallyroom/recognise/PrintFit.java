package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds each printed line again where it really lies. A line is dark along nearly all its length, a stroke across it is
 * not: so the lower quarter of the darkness along the line is looked at, and strokes do not pull the fit.
 */
final class PrintFit {

    /** Farthest a line is looked for from where the registration expects it, mm: feed errors of a scanner. */
    private static final double REACH_MM = 0.7;

    /** Lines closer than this share their local shift, mm. */
    private static final double NEAR_MM = 30;

    private static final double SURE = 0.25;

    /** How far beside its neighbours' shift a line is believed at once, mm; farther ones have to be missed there. */
    private static final double ASIDE_MM = 0.25;

    /** Share of all lines that is seen unless print has faded and a missing line tells nothing. */
    private static final double SOUND = 0.8;

    private final AnswerPatch patch;

    /** How many dots of a line have each level. */
    private final int[] dots = new int[AnswerPatch.BLACK + 1];

    private PrintFit(AnswerPatch patch) {
        this.patch = patch;
    }

    /** The lines, each moved to where it was found, or as its neighbours moved when ink covers it. */
    static List<PrintedLine> fit(AnswerPatch patch, List<PrintedLine> lines) {
        PrintFit fit = new PrintFit(patch);
        List<OptionalDouble> shifts = lines.stream().map(fit::shift).toList();
        Map<Boolean, List<Found>> known = IntStream.range(0, lines.size())
                .filter(i -> shifts.get(i).isPresent())
                .mapToObj(i -> new Found(lines.get(i), shifts.get(i).getAsDouble()))
                .sorted(Comparator.comparingDouble(Found::shift))
                .collect(Collectors.partitioningBy(found -> found.line().level()));
        boolean sound = known.get(true).size() + known.get(false).size() >= SOUND * lines.size();
        List<PrintedLine> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PrintedLine line = lines.get(i);
            PrintedLine expected = line.shifted(neighbours(line, known.get(line.level())));
            PrintedLine own = line.shifted(shifts.get(i).orElse(expected.at() - line.at()));
            boolean near = Math.abs(own.at() - expected.at()) <= ASIDE_MM;
            found.add(near || sound && fit.isMissing(expected) ? own : expected);
        }
        return found;
    }

    /** Whether nothing is printed where a line should be: a fold has moved it, and what lies beside its place is it. */
    private boolean isMissing(PrintedLine line) {
        double across = line.level() ? patch.row(line.at()) : patch.column(line.at());
        return lowerQuarter(line, (int) Math.floor(across)) < SURE;
    }

    /** A line and how far, in mm, from its expected place it was seen. */
    private record Found(PrintedLine line, double shift) {

        boolean isNear(PrintedLine other) {
            return Math.abs(line.at() - other.at()) + Math.abs(line.from() - other.from()) <= NEAR_MM;
        }
    }

    private OptionalDouble shift(PrintedLine line) {
        double[] profile = new double[(int) (2 * REACH_MM * AnswerPatch.PER_MM) + 9];
        int middle = profile.length / 2;
        double centre = line.level() ? patch.row(line.at()) : patch.column(line.at());
        int nearest = (int) Math.floor(centre);
        for (int i = 0; i < profile.length; i++) {
            profile[i] = lowerQuarter(line, nearest + i - middle);
        }
        int peak = 4;
        for (int i = 4; i < profile.length - 4; i++) {
            if (profile[i] > profile[peak] + 1e-6) {
                peak = i;
            }
        }
        int half = (int) Math.ceil(line.width() / 2 * AnswerPatch.PER_MM) + 2;
        double left = profile[Math.max(0, peak - half - 1)];
        double right = profile[Math.min(profile.length - 1, peak + half + 1)];
        if (profile[peak] < SURE || Math.max(left, right) > profile[peak] / 2) {
            return OptionalDouble.empty();
        }
        double weight = 0;
        double moment = 0;
        for (int i = Math.max(0, peak - half); i <= Math.min(profile.length - 1, peak + half); i++) {
            weight += profile[i];
            moment += profile[i] * (i - middle + nearest + 0.5);
        }
        return OptionalDouble.of((moment / weight - centre) / AnswerPatch.PER_MM);
    }

    private double lowerQuarter(PrintedLine line, int across) {
        int from = (int) Math.round(line.level() ? patch.column(line.from() + 0.4) : patch.row(line.from() + 0.4));
        int to = (int) Math.round(line.level() ? patch.column(line.to() - 0.4) : patch.row(line.to() - 0.4));
        int length = Math.max(1, to - from);
        Arrays.fill(dots, 0);
        patch.countLevels(line.level(), across, from, length, dots);
        int level = 0;
        for (int below = dots[0]; below <= length / 4; below += dots[level]) {
            level++;
        }
        return (double) level / AnswerPatch.BLACK;
    }

    /** The median of the shifts seen nearby; {@code known} runs the same way, in the order of its shifts. */
    private static double neighbours(PrintedLine line, List<Found> known) {
        double[] near = new double[known.size()];
        int count = 0;
        for (Found found : known) {
            if (found.isNear(line)) {
                near[count++] = found.shift();
            }
        }
        return count == 0 ? 0 : near[count / 2];
    }
}
