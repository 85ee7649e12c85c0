package org.tallyroom.layout;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tallyroom.geometry.RectMm;

/** Lines and a size at which a text fits its room. */
record TextFit(List<String> lines, double sizePt) {

    /** From baseline to baseline, in sizes. */
    static final double PITCH = 1.3;

    private static final double STEP_PT = 0.5;

    TextFit {
        lines = List.copyOf(lines);
    }

    double heightMm() {
        return lines.size() * sizePt * PITCH * TextMetrics.MM_PER_PT;
    }

    /** The largest size that fits; empty when not even the smallest does. */
    static Optional<TextFit> in(RectMm room, String text, TextStyle style, TextMetrics metrics) {
        for (double size = style.sizePt(); size >= style.leastPt(); size -= STEP_PT) {
            double points = size;
            ToDoubleFunction<String> width = line -> metrics.widthMm(line, points, style.bold());
            Optional<TextFit> fit = LineBreaker.lines(text, room.width(), width)
                    .map(lines -> style.align() == TextStyle.Align.CENTRE ? balanced(text, lines, width) : lines)
                    .map(lines -> wordwise(lines, room.width(), width))
                    .map(lines -> new TextFit(lines, points));
            if (fit.isPresent() && fit.get().lines().size() <= style.lines() && fit.get().heightMm() <= room.height()) {
                return fit;
            }
        }
        return Optional.empty();
    }

    /** As many lines as before, of lengths as even as possible: a last line of one character looks careless. */
    private static List<String> balanced(String text, List<String> lines, ToDoubleFunction<String> width) {
        double widest = lines.stream().mapToDouble(width).max().orElse(0);
        double narrow = widest / 2;
        List<String> best = lines;
        for (int i = 0; i < 12; i++) {
            double middle = (narrow + widest) / 2;
            Optional<List<String>> tried =
                    LineBreaker.lines(text, middle, width).filter(t -> t.size() <= lines.size());
            if (tried.isPresent()) {
                best = tried.get();
                widest = middle;
            } else {
                narrow = middle;
            }
        }
        return best;
    }

    /** Most Chinese words have two characters: an even first line (学习教育 / 情况) seldom tears one apart. */
    private static List<String> wordwise(List<String> lines, double room, ToDoubleFunction<String> width) {
        String first = lines.get(0);
        boolean torn = lines.size() == 2
                && first.length() % 2 == 1
                && String.join("", lines).codePoints().allMatch(Character::isIdeographic);
        if (!torn) {
            return lines;
        }
        String longer = first + lines.get(1).charAt(0);
        String rest = lines.get(1).substring(1);
        return rest.isEmpty() || width.applyAsDouble(longer) > room ? lines : List.of(longer, rest);
    }
}
