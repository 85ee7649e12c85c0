package org.tallyroom.calibration;

import java.util.List;
import java.util.Optional;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.recognise.CellReading;
import org.tallyroom.recognise.RowReading;
import org.tallyroom.recognise.StrokeReading;

/** Judges one row: its cells first, then what they say together. */
final class RowJudging {

    /** Two dots at 200 dpi are 0.03 mm²: beside a mark, on a page that lost ink, more is no dust, mm². */
    private static final double CRUMBS_MM2 = 0.05;

    /** The smallest tick is 2 mm; folds and shadows are longer than a cell, grain is shorter, mm. */
    private static final double FAINT_MM = 1.8;

    private final Criteria criteria;
    private final CountingRules.Crosses crosses;

    RowJudging(Criteria criteria, CountingRules.Crosses crosses) {
        this.criteria = criteria;
        this.crosses = crosses;
    }

    Judgement judge(RowReading row) {
        if (row.seen() < criteria.row().seen()) {
            return doubtful(row, Doubt.UNSEEN);
        }
        if (row.cells().stream().anyMatch(cell -> cell.redMm() > criteria.size().restMm())) {
            return doubtful(row, Doubt.RED);
        }
        if (row.throughMm() >= criteria.row().throughMm()) {
            return doubtful(row, Doubt.COLUMN);
        }
        List<CellVerdict> cells = row.cells().stream().map(this::cell).toList();
        Optional<Doubt> doubt =
                cells.stream().flatMap(cell -> cell.doubt().stream()).findFirst();
        if (doubt.isPresent()) {
            return doubtful(row, doubt.get());
        }
        List<String> marked =
                cells.stream().filter(CellVerdict::marked).map(CellVerdict::option).toList();
        if (row.cells().stream().anyMatch(cell -> mayMeanMore(cell, marked))) {
            return doubtful(row, Doubt.BORDER);
        }
        if (marked.isEmpty() && row.faintMm() >= FAINT_MM) {
            return doubtful(row, Doubt.WEAK);
        }
        if (row.lossy() && (marked.isEmpty() || crumbs(row) >= CRUMBS_MM2)) {
            return doubtful(row, Doubt.LOST);
        }
        double confidence = cells.stream().mapToDouble(CellVerdict::confidence).min().orElse(0);
        return new Judgement(row.item(), answer(cells, confidence), confidence);
    }

    /** Ink of pieces too small for a mark: of an arm of a cross, or of a second mark, no more may be left. */
    private double crumbs(RowReading row) {
        return row.cells().stream()
                .flatMap(cell -> cell.strokes().stream())
                .filter(stroke -> stroke.extentMm() < criteria.size().markMm())
                .mapToDouble(StrokeReading::inkMm2)
                .sum();
    }

    /**
     * Whether a line that marks no single cell may change what the row says: anywhere in a row without a mark (where
     * even another row's tail is looked at when it is long, and its mark when it lies on the rule between the two), in
     * the depth of a cell beside the marked one, far across the mark itself, or across it and beginning in its cell.
     * Other rows' tails merely pass.
     */
    private boolean mayMeanMore(CellReading cell, List<String> marked) {
        Criteria.Neighbours limits = criteria.neighbours();
        if (marked.isEmpty()) {
            return cell.unownedMm() >= limits.unownedMm()
                    || cell.passingMm() >= limits.passingMm()
                    || cell.strangerMm() < limits.borderMm();
        }
        return marked.contains(cell.option())
                ? cell.unownedMm() >= limits.unownedMm()
                                && cell.unownedCrossingMm() >= criteria.crossing().surelyCrossingMm()
                        || cell.risingMm() >= limits.unownedMm()
                                && cell.unownedCrossingMm() >= criteria.crossing().crossingMm()
                : cell.unownedDeepMm() >= limits.unownedMm();
    }

    private CellVerdict cell(CellReading cell) {
        return new CellJudging(criteria, cell).judge(crosses);
    }

    /**
     * A filled box may be a mark that was scribbled out, and marks of different kinds may be one mark and its
     * correction; only plain ones of a kind are two votes.
     */
    private Answer answer(List<CellVerdict> cells, double confidence) {
        List<CellVerdict> marked = cells.stream().filter(CellVerdict::marked).toList();
        if (marked.isEmpty()) {
            return new Answer.Blank();
        }
        if (marked.size() == 1) {
            return new Answer.Chosen(marked.get(0).option());
        }
        boolean filled = marked.stream().anyMatch(cell -> cell.kind() == CellVerdict.Kind.FILL);
        boolean alike = !filled && marked.stream().map(CellVerdict::kind).distinct().count() == 1;
        boolean twice = alike && confidence >= criteria.row().twice();
        return twice ? new Answer.Overmarked() : new Answer.Doubtful(Doubt.ALTERATION);
    }

    private static Judgement doubtful(RowReading row, Doubt doubt) {
        return new Judgement(row.item(), new Answer.Doubtful(doubt), 0);
    }
}
