package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

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

    private final AnswerPatch patch;

    private PrintFit(AnswerPatch patch) {
        this.patch = patch;
    }

    /** The lines, each moved to where it was found, or as its neighbours moved when ink covers it. */
    static List<PrintedLine> fit(AnswerPatch patch, List<PrintedLine> lines) {
        PrintFit fit = new PrintFit(patch);
        List<OptionalDouble> shifts = lines.stream().map(fit::shift).toList();
        List<PrintedLine> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double expected = neighbours(lines, shifts, i);
            double own = shifts.get(i).orElse(expected);
            found.add(lines.get(i).shifted(Math.abs(own - expected) <= 0.25 ? own : expected));
        }
        return found;
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
        double[] along = new double[Math.max(1, to - from)];
        for (int i = 0; i < along.length; i++) {
            along[i] = line.level() ? patch.dark(from + i, across) : patch.dark(across, from + i);
        }
        Arrays.sort(along);
        return along[along.length / 4];
    }

    private static double neighbours(List<PrintedLine> lines, List<OptionalDouble> shifts, int of) {
        PrintedLine line = lines.get(of);
        List<Double> near = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PrintedLine other = lines.get(i);
            if (other.level() == line.level()
                    && shifts.get(i).isPresent()
                    && Math.abs(other.at() - line.at()) + Math.abs(other.from() - line.from()) <= NEAR_MM) {
                near.add(shifts.get(i).getAsDouble());
            }
        }
        if (near.isEmpty()) {
            return 0;
        }
        near.sort(Double::compare);
        return near.get(near.size() / 2);
    }
}
