package org.tallyroom.pdf;

import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tallyroom.report.Block;
import org.tallyroom.report.Cell;

/**
 * How wide a table's columns are: as their shares say, but no narrower than their longest word, so that no word of any
 * language is broken while there is room in the table. A head that is still too wide is set smaller.
 *
 * @param millimetres one per column, together the width of the type area
 */
record ColumnWidths(double[] millimetres, TextSize headSize) {

    /** Chinese breaks between any two characters, but a word of up to three looks torn when it is broken. */
    private static final int SHORT_WORD = 3;

    static ColumnWidths of(ReportText text, Block.Table table, Function<Cell, String> say) {
        TextSize size = TextSize.CELL_STRONG;
        double[] least = least(text, table, say, size);
        for (TextSize smaller : new TextSize[] {TextSize.HEAD_SMALL, TextSize.HEAD_LEAST}) {
            if (IntStream.range(0, least.length).mapToDouble(i -> least[i]).sum() > PageFlow.WIDTH_MM) {
                size = smaller;
                System.arraycopy(least(text, table, say, smaller), 0, least, 0, least.length);
            }
        }
        return new ColumnWidths(shared(table, least), size);
    }

    /** Numbers in the middle of their cell need less white around them than text at its edge. */
    static double paddingMm(boolean centred) {
        return centred ? 0.5 : 1.4;
    }

    private static double[] least(ReportText text, Block.Table table, Function<Cell, String> say, TextSize head) {
        return IntStream.range(0, table.columns().size())
                .mapToDouble(i -> {
                    Block.Column column = table.columns().get(i);
                    double ofHead = longestWord(text, text.say(column.head()), head) + 2 * paddingMm(true);
                    double ofCells = table.lines().stream()
                            .filter(l -> l.weight() != Block.Weight.GROUP)
                            .mapToDouble(l -> longestWord(text, say.apply(l.cells().get(i)), size(l)))
                            .max()
                            .orElse(0);
                    return Math.max(ofHead, ofCells + 2 * paddingMm(column.centred())) + 0.01;
                })
                .toArray();
    }

    private static TextSize size(Block.Line line) {
        return line.weight() == Block.Weight.PLAIN ? TextSize.CELL : TextSize.CELL_STRONG;
    }

    private static double longestWord(ReportText text, String words, TextSize size) {
        if (words.codePointCount(0, words.length()) <= SHORT_WORD) {
            return text.width(words, size);
        }
        return Stream.of(words.split("[ \u2E80-\uFFFF]+"))
                .mapToDouble(word -> text.width(word, size))
                .max()
                .orElse(0);
    }

    /** What narrow columns need beyond their share, the wide ones give in proportion to what they can spare. */
    private static double[] shared(Block.Table table, double[] least) {
        int shares = table.columns().stream().mapToInt(Block.Column::share).sum();
        double[] widths = table.columns().stream()
                .mapToDouble(c -> PageFlow.WIDTH_MM * c.share() / shares)
                .toArray();
        double wanted = IntStream.range(0, widths.length).mapToDouble(i -> Math.max(0, least[i] - widths[i])).sum();
        double spare = IntStream.range(0, widths.length).mapToDouble(i -> Math.max(0, widths[i] - least[i])).sum();
        double given = Math.min(1, spare == 0 ? 0 : spare / Math.max(wanted, 1e-9));
        double taken = spare == 0 ? 0 : wanted * given / spare;
        return IntStream.range(0, widths.length)
                .mapToDouble(i -> least[i] > widths[i]
                        ? widths[i] + (least[i] - widths[i]) * given
                        : widths[i] - (widths[i] - least[i]) * taken)
                .toArray();
    }
}
