package org.tallyroom.geometry;

/**
 * How a sheet lies in a picture: bent as paper is, then seen as a plane.
 *
 * @param homography of the flat sheet
 */
public record Pose(Homography homography, Bend bend) {

    public static Pose flat(Homography homography) {
        return new Pose(homography, Bend.none());
    }

    public PointPx toPixels(PointMm place) {
        return homography.toPixels(bend.moved(place));
    }

    public PointMm toPaper(PointPx seen) {
        return bend.unmoved(homography.toPaper(seen));
    }

    /** Pixels per millimetre around a place on the paper; bending changes it by less than a hundredth. */
    public double pixelsPerMm(PointMm place) {
        return homography.pixelsPerMm(place);
    }
}
