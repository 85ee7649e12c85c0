package org.tallyroom.calibration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tallyroom.meeting.CountingRules;
import org.tallyroom.recognise.RowReading;

/**
 * The thresholds that turn measures into answers. Every figure stands in {@code calibration/<name>/profile.yaml} with
 * its unit, meaning and evidence, under the name that its component has here.
 */
public record Criteria(
        Size size,
        Crossing crossing,
        Marker marker,
        Fill fill,
        Hatching hatching,
        Loop loop,
        Line line,
        Neighbours neighbours,
        Row row) {

    /**
     * What is ink of a mark at all.
     *
     * @param restMm ink up to this extent is a pen's rest or dirt, mm
     * @param markMm ink from this extent is a mark, mm; between the two a person decides
     * @param contrast darkness of a mark's ink at least, ratio 0 (paper) … 1 (solid print)
     * @param lineMm ink of this extent is a mark however thin it is, mm
     * @param dotMm2 ink that a shorter mark has at least, mm²
     * @param alongMm2 ink along printed lines, in a cell without a mark, that somebody has to look at, mm²
     */
    public record Size(
            double restMm, double markMm, double contrast, double lineMm, double dotMm2, double alongMm2) {
        public Size {
            if (!(restMm > 0 && restMm < markMm)) {
                throw new IllegalArgumentException("a rest of " + restMm + " mm beside a mark of " + markMm + " mm");
            }
        }
    }

    /**
     * What is a cross.
     *
     * @param crossingMm two lines in one cell cross when each goes on this far on both sides, mm
     * @param surelyCrossingMm they cross for certain, whatever the outline, when each goes on this far, mm
     * @param hollows in the outline of a cell's ink from which it may be a cross, count
     */
    public record Crossing(double crossingMm, double surelyCrossingMm, double hollows) {}

    /**
     * What so thick a line hides.
     *
     * @param thickMm width of a line that may hide another one, mm
     * @param stubby width of a line over its extent from which the outline alone tells a cross, ratio
     * @param stubbySolidity solidity of so thick a mark at least when its outline has hollows, ratio
     */
    public record Marker(double thickMm, double stubby, double stubbySolidity) {}

    /**
     * What is a filled box or a blot.
     *
     * @param solidity of a filled box at least, ratio 0..1
     * @param blotSolidity solidity of a round blot at least, which may run farther over the box, ratio
     * @param boxShare share of its box that an evenly filled box covers at least, ratio 0..1
     * @param boxFull share of its box from which a patch is a filled box whatever its edges, ratio 0..1
     * @param overflowMm how far a filled box may run over its outline, mm
     */
    public record Fill(double solidity, double blotSolidity, double boxShare, double boxFull, double overflowMm) {}

    /**
     * What lines drawn to and fro fill a box, whatever their ends look like.
     *
     * @param covered share of the box's fields with ink at least, ratio 0..1
     * @param grain how much the lines run one way at least, ratio 0..1
     * @param within share of the cell's ink in the box or close to it at least, ratio 0..1
     */
    public record Hatching(double covered, double grain, double within) {}

    /**
     * What is a circle.
     *
     * @param roundness of the outline around a loop at least, 1 for a circle
     * @param innerMm length of lines inside that outline that a loop has at most, mm
     * @param full roundness from which lines that are no loop are more than one mark, ratio 0..1
     */
    public record Loop(double roundness, double innerMm, double full) {}

    /**
     * What lines make one plain mark.
     *
     * @param detour length of a mark's lines over its extent at most, unless it is a loop
     * @param heaped ink over what lines of its length and width hold, from which lines lie on one another, ratio
     * @param corners sharp turns that a plain mark has at most
     * @param apartMm two strokes of one mark are at most this far apart, mm
     * @param besideMm extent of a second stroke that makes a loop or a filled box look altered, mm
     */
    public record Line(double detour, double heaped, double corners, double apartMm, double besideMm) {}

    /**
     * Whose a line is that touches more than one cell.
     *
     * @param borderMm how far inside its cell a mark's anchor lies at least, mm
     * @param unownedMm length of a line in a cell that may as well mark another one, mm
     * @param passingMm length of another cell's line in a row without a mark that somebody has to look at, mm
     */
    public record Neighbours(double borderMm, double unownedMm, double passingMm) {}

    /**
     * What makes a whole row doubtful or spoilt.
     *
     * @param throughMm a stroke this tall through several rows marks a column, mm
     * @param twice confidence with which both of two marks must be plain to spoil a row, ratio 0..1
     * @param seen share of a row that has to lie inside the picture, ratio 0..1
     */
    public record Row(double throughMm, double twice, double seen) {}

    /**
     * What the row says. An altered row is doubtful under either rule of {@link CountingRules.Alterations}: only the
     * ballot may call it invalid.
     */
    public Judgement judge(RowReading row, CountingRules.Crosses crosses) {
        return new RowJudging(this, crosses).judge(row);
    }

    /** SHA-256 over all figures, 64 hex digits: a result names the criteria it was judged with. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
