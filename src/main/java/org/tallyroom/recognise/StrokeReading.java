package org.tallyroom.recognise;

import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.RectMm;

/**
 * One stroke of a pen, or one solid patch of ink, given to the cell in which its anchor lies.
 *
 * @param bounds the smallest rectangle around its centre line, mm on the paper
 * @param anchor the lowest vertex of a tick, the enclosed centre of a loop, the middle of anything compact
 * @param marginMm how far the anchor would have to move to lie in another cell, mm
 * @param lengthMm along the centre line, mm; 0 for a solid patch
 * @param widthMm mean width across the centre line, mm
 * @param inkMm2 inked area, mm²
 * @param extentMm largest distance between two inked points, at half of the stroke's own darkness, mm
 * @param contrast darkness of its centre line, ratio 0 (paper) … 1 (solid print)
 * @param corners sharp turns of the centre line: 1 for a tick, 0 for a straight stroke or a loop
 * @param enclosedMm2 area inside its loop, mm²; 0 when it is open
 * @param solidMm diameter of the largest disc that is solid ink or dense hatching, mm; 0 for a line
 * @param boxShare share of the cell's box that a solid patch covers, ratio 0..1; 0 for a line
 * @param overflowMm how far it reaches beyond the outline of the cell's box, mm
 */
public record StrokeReading(
        RectMm bounds,
        PointMm anchor,
        double marginMm,
        double lengthMm,
        double widthMm,
        double inkMm2,
        double extentMm,
        double contrast,
        int corners,
        double enclosedMm2,
        double solidMm,
        double boxShare,
        double overflowMm) {}
