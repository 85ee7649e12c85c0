package org.tallyroom.layout;

import java.util.List;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;

/**
 * One printed page in millimetres, origin top left, y down.
 *
 * @param number from 1
 * @param marks at least eight solid black registration squares; no turn or mirror image of them fits the others
 * @param codes the places of the QR copies, without their quiet zone
 * @param shortCodes the places of the printed short code
 * @param rows the answer rows, top down
 */
public record PageLayout(
        int number,
        double widthMm,
        double heightMm,
        List<Mark> marks,
        List<RectMm> codes,
        List<ShortCodePlace> shortCodes,
        List<Band> bands,
        List<Rule> rules,
        List<TextRun> texts,
        List<Row> rows) {

    public PageLayout {
        marks = List.copyOf(marks);
        codes = List.copyOf(codes);
        shortCodes = List.copyOf(shortCodes);
        bands = List.copyOf(bands);
        rules = List.copyOf(rules);
        texts = List.copyOf(texts);
        rows = List.copyOf(rows);
    }

    /** A solid black square that registration looks for. */
    public record Mark(RectMm square, Place place) {
        /** At the margin of the page, or beside the table. */
        public enum Place {
            PAGE,
            TABLE
        }
    }

    /** A gray area: 0 black … 1 white. */
    public record Band(RectMm area, double gray) {}

    /** A straight printed line, upright or level. */
    public record Rule(PointMm from, PointMm to, double widthMm) {}

    /** Text from its left end on its baseline. */
    public record TextRun(String text, PointMm baseline, double sizePt, boolean bold) {}

    /** Where a sheet's own short code is printed, from its left end on its baseline, and the area it may fill. */
    public record ShortCodePlace(PointMm baseline, double sizePt, RectMm area) {}

    /** One item's answers, left to right. */
    public record Row(String item, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The table cell of an option and the square to mark inside it, whose outline is {@code boxLineMm} wide. */
    public record Cell(String option, RectMm cell, RectMm box, double boxLineMm) {}
}
