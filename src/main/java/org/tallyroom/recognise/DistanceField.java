package org.tallyroom.recognise;

/** For each dot of a bitmap the distance, in dots, from its middle to the nearest edge of the set dots. */
final class DistanceField {

    private static final float STRAIGHT = 1;
    private static final float DIAGONAL = 1.38f;

    private final Bitmap dots;
    private final Numbering numbers;
    private final float[] distance;

    private DistanceField(Bitmap dots) {
        this.dots = dots;
        this.numbers = new Numbering(dots);
        this.distance = new float[numbers.size()];
    }

    /**
     * Two sweeps with steps 1 and 1.38 (Borgefors 1986): within four percent of the Euclidean distance. What lies
     * outside the grid counts as not set. The bitmap must stay as it is as long as the field is used.
     */
    static DistanceField inside(Bitmap dots) {
        DistanceField field = new DistanceField(dots);
        int row = dots.stride();
        int n = 0;
        for (int at = dots.next(0); at >= 0; at = dots.next(at + 1)) {
            field.distance[n++] = field.least(at, -1, -row);
        }
        for (int at = dots.previous(dots.places() - 1); at >= 0; at = dots.previous(at)) {
            n--;
            field.distance[n] = Math.min(field.distance[n], field.least(at, 1, row));
        }
        return field;
    }

    /** The way over the neighbour beside a dot, or one of the three in the row above or below. */
    private float least(int at, int beside, int row) {
        float straight = Math.min(known(at + beside), known(at + row));
        float diagonal = Math.min(known(at + row - 1), known(at + row + 1));
        return Math.min(straight + STRAIGHT, diagonal + DIAGONAL);
    }

    private float known(int place) {
        return dots.at(place) ? distance[numbers.number(place)] : 0;
    }

    /** Distance to the edge; at least half a dot for a set dot, 0 for others. */
    double at(int x, int y) {
        return dots.at(x, y) ? distance[numbers.number(dots.place(x, y))] - 0.5 : 0;
    }
}
