package org.tallyroom.calibration;

import java.util.List;
import java.util.Optional;
import org.tallyroom.geometry.RectMm;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.recognise.CellReading;
import org.tallyroom.recognise.StrokeReading;

/** Judges the ink of one cell: nothing, a plain mark of some kind, or a doubt. */
final class CellJudging {

    /** The faint edge of a line that its width leaves out, mm. */
    private static final double EDGE_MM = 0.15;

    /** Thinner than any pen's line: what a patch leaves beside the print that it covers, mm. */
    private static final double THIN_MM = 0.25;

    /** A patch with a smooth outline may run over its box this much farther: a marker's filling, no scribble. */
    private static final double SMOOTH_REACH = 1.5;

    /** The same for a round one: a small circle that a marker closed. */
    private static final double ROUND_REACH = 2;

    /** The same when hardly a dent is in it: a scribble's turns leave dents, and fill 0.96 of their outline at most. */
    private static final double DENTLESS_REACH = 2.5;

    private static final double DENTLESS = 0.975;

    /** Share of its box from which dents are a filling's edge: lines of 2 mm that cross leave 0.07 of it bare. */
    private static final double WHOLE = 0.94;

    /** Wider than any pen's line, mm: markers write 2 mm, blurred 2.33. What is as wide was drawn to and fro. */
    private static final double WIDEST_MM = 2.5;

    /** Confidence in a hatched box: a small mark may lie under it. */
    private static final double HATCHED_SURE = 0.3;

    /** A short thick stroke cut by print has 0.41 at most, a cross of a marker 0.5 and more. */
    private static final double SPREAD = 0.45;

    /** Crosses are 3 mm and more; smaller ink with dents is a dot that print cut, mm. */
    private static final double SMALLEST_CROSS_MM = 2.3;

    private final Criteria criteria;
    private final CellReading cell;
    private final List<StrokeReading> strokes;

    CellJudging(Criteria criteria, CellReading cell) {
        this.criteria = criteria;
        this.cell = cell;
        this.strokes = cell.strokes().stream()
                .filter(s -> s.extentMm() >= criteria.size().markMm() && s.contrast() >= criteria.size().contrast())
                .filter(s -> s.extentMm() >= criteria.size().lineMm() || s.inkMm2() >= criteria.size().dotMm2())
                .toList();
    }

    CellVerdict judge(CountingRules.Crosses crosses) {
        double largest = cell.strokes().stream().mapToDouble(StrokeReading::extentMm).max().orElse(0);
        if (largest <= criteria.size().restMm() && behindPrint()) {
            return doubtful(Doubt.WEAK);
        }
        if (largest <= criteria.size().restMm()) {
            return verdict(CellVerdict.Kind.NOTHING, Optional.empty(), 1 - largest / criteria.size().restMm());
        }
        if (strokes.isEmpty()) {
            return doubtful(Doubt.WEAK);
        }
        if (hatched()) {
            return plain(CellVerdict.Kind.FILL, HATCHED_SURE);
        }
        if (strokes.stream().anyMatch(s -> s.solidMm() > 0)) {
            return filled();
        }
        if (stubby()
                && spread() >= SPREAD
                && cell.hollows() >= criteria.crossing().hollows() - 1
                && cell.solidity() < criteria.marker().stubbySolidity()) {
            return crossed(cell.hollows() <= 4, crosses);
        }
        if (width() > WIDEST_MM && strokes.stream().anyMatch(s -> s.lengthMm() > 2 * WIDEST_MM)) {
            return doubtful(Doubt.ALTERATION);
        }
        if (loops() > 1 && cell.crossingMm() >= criteria.crossing().surelyCrossingMm()) {
            return doubtful(Doubt.ALTERATION);
        }
        boolean hidden = cell.hollows() >= criteria.crossing().hollows() && heaped();
        if (!hidden && cell.roundness() >= criteria.loop().roundness() && cell.innerMm() <= criteria.loop().innerMm()) {
            return plain(CellVerdict.Kind.LOOP, 1 - cell.innerMm() / criteria.loop().innerMm());
        }
        if (!hidden && cell.roundness() >= criteria.loop().full() && cell.heartMm() <= criteria.loop().innerMm() / 2) {
            return plain(CellVerdict.Kind.LOOP, 1 - 2 * cell.heartMm() / criteria.loop().innerMm());
        }
        boolean oneLine = strokes.size() == 1 && cell.hollows() == criteria.crossing().hollows()
                && cell.crossingMm() == 0 && !thick() && !heaped();
        if (cell.hollows() >= criteria.crossing().hollows() && !oneLine || crossing()) {
            return crossed(cell.hollows() <= 4 && loops() == 0, crosses);
        }
        return lines();
    }

    /** More ink than a rest has, of which print hides the extent: what shows on both sides of a printed line is one. */
    private boolean behindPrint() {
        double hidden = cell.alongMm2() + cell.inkMm2();
        double between = (criteria.size().restMm() + criteria.size().markMm()) / 2;
        double disc = Math.PI / 4 * between * between;
        return cell.alongMm2() > 0 && hidden >= criteria.size().alongMm2() || hidden >= disc;
    }

    private CellVerdict crossed(boolean alone, CountingRules.Crosses crosses) {
        if (!alone || strokes.size() > 3 || corners() > criteria.line().corners()) {
            return doubtful(Doubt.ALTERATION);
        }
        return crosses == CountingRules.Crosses.COUNT ? plain(CellVerdict.Kind.LINES, 1) : doubtful(Doubt.CROSS);
    }

    /**
     * Long arms cross for certain; short ones may be a thick vertex unless the outline has more than its hollow. One line
     * with a single hollow is a tick that print has tied to itself: a cross has a hollow on each side of every arm. Where
     * ink lies along the print, that may be the arm that is missing.
     */
    private boolean crossing() {
        if (strokes.size() == 1 && cell.hollows() <= 1) {
            return false;
        }
        boolean hidden = strokes.size() > 1 && cell.alongMm2() >= criteria.size().alongMm2();
        if (hidden && cell.hollows() >= criteria.crossing().hollows() - 1) {
            return true;
        }
        double sure = thick() ? cell.lineCrossingMm() : cell.crossingMm();
        return sure >= criteria.crossing().surelyCrossingMm()
                || cell.crossingMm() >= criteria.crossing().crossingMm()
                        && cell.hollows() >= criteria.crossing().hollows() - 1;
    }

    /** So thick for its size that its centre lines say little. */
    private boolean stubby() {
        double extent = strokes.stream().mapToDouble(StrokeReading::extentMm).max().orElseThrow();
        return thick() && extent >= SMALLEST_CROSS_MM && width() > criteria.marker().stubby() * extent;
    }

    /** Area of the ink's convex outline over its extent squared: a square has 0.5, a disc 0.79, a line little. */
    private double spread() {
        double extent = strokes.stream().mapToDouble(StrokeReading::extentMm).max().orElseThrow();
        return cell.inkMm2() / cell.solidity() / (extent * extent);
    }

    /** A marker's line, under which another one may lie unseen. */
    private boolean thick() {
        return width() >= criteria.marker().thickMm();
    }

    private double width() {
        return strokes.stream().mapToDouble(StrokeReading::widthMm).max().orElseThrow();
    }

    /** Solid ink: a filled box or a round blot when it keeps to the box and nothing sticks out of it. */
    private CellVerdict filled() {
        double beyond = cell.strokes().stream()
                .filter(s -> s.extentMm() >= criteria.size().restMm() / 2)
                .mapToDouble(StrokeReading::overflowMm)
                .max()
                .orElseThrow();
        boolean beside = strokes.stream()
                .filter(s -> s.solidMm() == 0)
                .anyMatch(s -> s.extentMm() >= criteria.line().besideMm() && s.widthMm() >= THIN_MM);
        boolean tailed = cell.risingMm() >= criteria.neighbours().unownedMm();
        List<StrokeReading> patches = strokes.stream().filter(s -> s.solidMm() > 0).toList();
        StrokeReading patch = patches.get(0);
        boolean full = patch.boxShare() >= criteria.fill().boxFull();
        boolean even = cell.solidity() >= criteria.fill().solidity()
                && cell.hollows() < criteria.crossing().hollows() - 1
                && patch.boxShare() >= criteria.fill().boxShare();
        boolean thickCross = patch.boxShare() < WHOLE
                && cell.notches() >= criteria.crossing().hollows()
                && cell.solidity() < DENTLESS;
        boolean smooth = cell.hollows() == 0 && cell.solidity() >= criteria.fill().blotSolidity();
        boolean blot = smooth && round(patch);
        boolean dentless = cell.hollows() <= 1 && cell.solidity() >= DENTLESS;
        boolean plain = full || even || blot;
        double overflow = beyond / (dentless ? DENTLESS_REACH : blot ? ROUND_REACH : smooth ? SMOOTH_REACH : 1);
        if (overflow > criteria.fill().overflowMm() || beside || tailed || thickCross || !plain || patches.size() > 1) {
            return doubtful(Doubt.ALTERATION);
        }
        return plain(CellVerdict.Kind.FILL, 1 - overflow / criteria.fill().overflowMm());
    }

    /** A disc fills π/4 of the rectangle around it; a scribble fills less of it, or is longer than wide. */
    private static boolean round(StrokeReading patch) {
        double disc = Math.PI / 4 * (patch.bounds().width() + 0.1) * (patch.bounds().height() + 0.1);
        double slender = (patch.bounds().width() + 0.1) / (patch.bounds().height() + 0.1);
        return patch.inkMm2() >= 0.92 * disc && patch.inkMm2() <= 1.12 * disc && slender > 0.7 && slender < 1.43;
    }

    private CellVerdict lines() {
        boolean convex = cell.hollows() <= 1 && cell.lineCrossingMm() < criteria.crossing().surelyCrossingMm();
        if (!convex && (corners() > criteria.line().corners() || strokes.size() > 3) || scattered() || tangled()) {
            return doubtful(Doubt.ALTERATION);
        }
        long beside = strokes.stream().filter(s -> s.extentMm() >= criteria.line().besideMm()).count();
        if (loops() > 0 && beside > 1) {
            return doubtful(Doubt.ALTERATION);
        }
        double uncrossed = 1 - (double) cell.hollows() / criteria.crossing().hollows();
        return plain(loops() > 0 ? CellVerdict.Kind.LOOP : CellVerdict.Kind.LINES, uncrossed);
    }

    /** Lines side by side that cover the box, run one way and keep to it, and nothing leaves it as a mark's tail would. */
    private boolean hatched() {
        Criteria.Hatching limits = criteria.hatching();
        return cell.filling().covered() >= limits.covered()
                && cell.filling().grain() >= limits.grain()
                && cell.filling().within() >= limits.within()
                && cell.filling().spillMm() <= 2 * criteria.fill().overflowMm()
                && cell.risingMm() < criteria.neighbours().unownedMm();
    }

    /** A mark whose nature is clear: large, dark and far enough from other cells. */
    private CellVerdict plain(CellVerdict.Kind kind, double natural) {
        double most = strokes.stream().mapToDouble(StrokeReading::inkMm2).max().orElseThrow();
        double margin = strokes.stream()
                .filter(s -> s.inkMm2() >= most / 4)
                .mapToDouble(StrokeReading::marginMm)
                .min()
                .orElseThrow();
        if (margin < criteria.neighbours().borderMm()) {
            return doubtful(Doubt.BORDER);
        }
        double extent = strokes.stream().mapToDouble(StrokeReading::extentMm).max().orElseThrow();
        double contrast = strokes.stream().mapToDouble(StrokeReading::contrast).max().orElseThrow();
        double sure = Math.min(beyond(extent, criteria.size().markMm()), beyond(contrast, criteria.size().contrast()));
        double inside = beyond(margin, criteria.neighbours().borderMm());
        return verdict(kind, Optional.empty(), Math.min(natural, Math.min(sure, inside)));
    }

    private double corners() {
        return strokes.stream().mapToDouble(StrokeReading::corners).sum();
    }

    private long loops() {
        return strokes.stream().filter(s -> s.enclosedMm2() > 0).count();
    }

    /** No loop, and yet much longer than its extent or as round as a loop: more than one mark. */
    private boolean tangled() {
        double extent = strokes.stream().mapToDouble(StrokeReading::extentMm).max().orElseThrow();
        double length = strokes.stream().mapToDouble(StrokeReading::lengthMm).sum();
        boolean round = cell.roundness() >= criteria.loop().full() && extent >= 2 * criteria.size().markMm();
        boolean heaped = cell.hollows() > 1 && length >= 3 * criteria.size().markMm() && heaped();
        return loops() == 0 && (length > criteria.line().detour() * extent || round)
                || heaped
                || round && cell.innerMm() >= criteria.line().besideMm();
    }

    /** More ink than lines of this length and width hold: there are lines on one another. */
    private boolean heaped() {
        double lined = strokes.stream()
                .mapToDouble(s -> (s.lengthMm() + s.widthMm()) * (s.widthMm() + EDGE_MM))
                .sum();
        return strokes.stream().mapToDouble(StrokeReading::inkMm2).sum() > criteria.line().heaped() * lined;
    }

    private boolean scattered() {
        return strokes.stream().anyMatch(a -> strokes.stream()
                .allMatch(b -> a != b && apart(a.bounds(), b.bounds()) > criteria.line().apartMm()
                        || a == b && strokes.size() > 1));
    }

    private static double apart(RectMm a, RectMm b) {
        double across = Math.max(0, Math.max(a.x(), b.x()) - Math.min(a.right(), b.right()));
        double down = Math.max(0, Math.max(a.y(), b.y()) - Math.min(a.bottom(), b.bottom()));
        return Math.hypot(across, down);
    }

    private CellVerdict doubtful(Doubt doubt) {
        return verdict(CellVerdict.Kind.LINES, Optional.of(doubt), 0);
    }

    private CellVerdict verdict(CellVerdict.Kind kind, Optional<Doubt> doubt, double confidence) {
        return new CellVerdict(cell.option(), kind, doubt, Math.min(1, Math.max(0, confidence)));
    }

    /** 0 at the limit, 1 at three times it. */
    private static double beyond(double measure, double limit) {
        return Math.min(1, Math.max(0, (measure / limit - 1) / 2));
    }
}
