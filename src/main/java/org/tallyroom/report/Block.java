package org.tallyroom.report;

import java.util.List;
import java.util.Optional;
import org.tallyroom.message.Message;
import org.tallyroom.tally.Fraction;

/** One part of a document, top down. */
public sealed interface Block {

    /** @param newPage it begins a part that stands on pages of its own, such as an appendix */
    record Heading(Message text, boolean newPage) implements Block {}

    /** A sentence, or several that belong together. */
    record Paragraph(Message text, Voice voice) implements Block {}

    /** How a paragraph is meant. */
    enum Voice {
        PLAIN,
        /** To be read aloud as it stands. */
        ALOUD,
        /** A rule or an explanation, printed small. */
        NOTE
    }

    /** Rows of cells under one head, which is repeated on every page. */
    record Table(Message caption, List<Column> columns, List<Line> lines) implements Block {
        public Table {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
            int width = columns.size();
            if (lines.stream().anyMatch(l -> l.cells().size() != width)) {
                throw new IllegalArgumentException("a line that does not fit its table of " + width + " columns");
            }
        }
    }

    /**
     * @param share of the table's width, in relation to the other columns
     */
    record Column(Message head, int share, boolean centred) {}

    record Line(List<Cell> cells, Weight weight) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    enum Weight {
        PLAIN,
        STRONG,
        /** The first cell is the name of the lines that follow; the others are empty. */
        GROUP
    }

    /** Rates side by side, with the line of the threshold through them. */
    record Bars(Message caption, Fraction threshold, List<Bar> bars) implements Block {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /**
     * @param rate none when there is no valid vote
     * @param low and {@code high}, the bounds while something is open; equal to the rate when nothing is
     * @param strong the bar that decides
     */
    record Bar(
            String label, Optional<Fraction> rate, Optional<Fraction> low, Optional<Fraction> high, boolean strong) {}

    /** Who signs, one line for each, and the date. */
    record Signatures(List<Message> roles, Message date) implements Block {
        public Signatures {
            roles = List.copyOf(roles);
        }
    }

    default <T> T match(Cases<T> cases) {
        if (this instanceof Heading h) {
            return cases.heading(h);
        } else if (this instanceof Paragraph p) {
            return cases.paragraph(p);
        } else if (this instanceof Table t) {
            return cases.table(t);
        } else if (this instanceof Bars b) {
            return cases.bars(b);
        }
        return cases.signatures((Signatures) this);
    }

    /** What to do with each kind of block. */
    interface Cases<T> {
        T heading(Heading heading);

        T paragraph(Paragraph paragraph);

        T table(Table table);

        T bars(Bars bars);

        T signatures(Signatures signatures);
    }
}
