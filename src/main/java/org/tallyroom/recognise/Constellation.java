package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.vision.HomographyFit;
import org.tallyroom.vision.SolidSquare;
import org.tallyroom.vision.Tie;

/**
 * Matches solid squares in a picture with the marks of a page: every pair of squares is tried as every pair of marks,
 * and the turn, scale and shift that the pair fixes is judged by the other marks. Mirror images are never tried.
 */
final class Constellation {

    /** Pairs nearer than this fix the angle too badly, mm. */
    private static final double SHORTEST_PAIR_MM = 60;

    /** How far a square may lie from where a pair of squares predicts a mark, mm: skew, feed and perspective. */
    private static final double PAIR_REACH_MM = 4.5;

    /** The same while a fit grows from mark to mark, and when it is done. */
    private static final double GROWING_REACH_MM = 6;

    private static final double LAST_REACH_MM = 2.5;

    private static final int ROUNDS = 4;

    /** Side of a square over the side its mark would have at that scale; pens and blurring change it. */
    private static final double SMALLEST = 0.6;

    private static final double LARGEST = 1.5;

    /** One guess for every eighth of a turn. */
    private static final int TURNS = 8;

    private static final int FEWEST = 3;

    private final List<Mark> marks;
    private final List<SolidSquare> squares;

    private Constellation(List<Mark> marks, List<SolidSquare> squares) {
        this.marks = marks;
        this.squares = squares;
    }

    /**
     * A way the page may lie in the picture.
     *
     * @param marks how many marks have a square where they should be
     * @param missMm root mean square distance of those, mm
     */
    record Guess(Homography homography, int marks, double missMm) {}

    /** At most one guess for every eighth of a turn, each with at least three marks, the best first. */
    static List<Guess> guesses(List<Mark> marks, List<SolidSquare> squares) {
        Constellation constellation = new Constellation(marks, squares);
        return constellation.turns().stream()
                .map(constellation::refined)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Guess::marks).reversed().thenComparingDouble(Guess::missMm))
                .toList();
    }

    /** The best similarity of every eighth of a turn, where there is one. */
    private List<Turn> turns() {
        Turn[] best = new Turn[TURNS];
        for (int i = 0; i < marks.size(); i++) {
            for (int j = i + 1; j < marks.size(); j++) {
                if (distance(marks.get(i), marks.get(j)) >= SHORTEST_PAIR_MM) {
                    squarePairs(marks.get(i), marks.get(j), best);
                }
            }
        }
        List<Turn> found = new ArrayList<>();
        for (Turn turn : best) {
            if (turn != null && turn.matched >= FEWEST) {
                found.add(turn);
            }
        }
        return found;
    }

    private void squarePairs(Mark from, Mark to, Turn[] best) {
        double distance = distance(from, to);
        for (SolidSquare at : squares) {
            for (SolidSquare towards : squares) {
                double scale = at.centre().distance(towards.centre()) / distance;
                if (at != towards && isSizeOf(at, from, scale) && isSizeOf(towards, to, scale)) {
                    Turn turn = new Turn(from.square().centre(), to.square().centre(), at.centre(), towards.centre());
                    judge(turn);
                    Turn rival = best[turn.eighth()];
                    if (rival == null || turn.isBetterThan(rival)) {
                        best[turn.eighth()] = turn;
                    }
                }
            }
        }
    }

    private void judge(Turn turn) {
        double reach = PAIR_REACH_MM * turn.scale;
        for (Mark mark : marks) {
            PointMm centre = mark.square().centre();
            double x = turn.x(centre);
            double y = turn.y(centre);
            double nearest = reach * reach;
            boolean found = false;
            for (SolidSquare square : squares) {
                double dx = square.centre().x() - x;
                double dy = square.centre().y() - y;
                double miss = dx * dx + dy * dy;
                if (miss < nearest && isSizeOf(square, mark, turn.scale)) {
                    nearest = miss;
                    found = true;
                }
            }
            turn.matched += found ? 1 : 0;
            turn.misses += found ? nearest / (turn.scale * turn.scale) : 0;
        }
    }

    /** Fits again and again to the marks within reach: a page in perspective is caught mark by mark. */
    private Optional<Guess> refined(Turn turn) {
        Optional<Homography> map = Optional.of(turn.homography());
        for (int round = 0; round < ROUNDS && map.isPresent(); round++) {
            map = fitted(ties(map.get(), round == 0 ? PAIR_REACH_MM : GROWING_REACH_MM));
        }
        return map.map(this::guess).filter(guess -> guess.marks() >= FEWEST);
    }

    private static Optional<Homography> fitted(List<Tie> ties) {
        if (ties.size() < 2 * FEWEST) {
            return Optional.empty();
        }
        return ties.size() == 2 * FEWEST ? HomographyFit.affine(ties) : HomographyFit.projective(ties);
    }

    private Guess guess(Homography homography) {
        List<Tie> ties = ties(homography, LAST_REACH_MM);
        double squares = ties.stream()
                .mapToDouble(tie -> Math.pow(homography.toPaper(tie.image()).distance(tie.paper()), 2))
                .average()
                .orElse(0);
        return new Guess(homography, ties.size() / 2, Math.sqrt(squares));
    }

    /** Two ties for every mark that has a square within reach. */
    private List<Tie> ties(Homography homography, double reachMm) {
        List<Tie> ties = new ArrayList<>();
        for (Mark mark : marks) {
            PointMm place = mark.square().centre();
            PointPx predicted = homography.toPixels(place);
            double scale = homography.pixelsPerMm(place);
            squares.stream()
                    .filter(square -> isSizeOf(square, mark, scale))
                    .filter(square -> square.centre().distance(predicted) <= reachMm * scale)
                    .min(Comparator.comparingDouble(square -> square.centre().distance(predicted)))
                    .ifPresent(square -> {
                        ties.add(Tie.across(place, square.centre()));
                        ties.add(Tie.along(place, square.centre()));
                    });
        }
        return ties;
    }

    private static boolean isSizeOf(SolidSquare square, Mark mark, double pixelsPerMm) {
        double ratio = square.side() / (mark.square().width() * pixelsPerMm);
        return ratio >= SMALLEST && ratio <= LARGEST;
    }

    private static double distance(Mark from, Mark to) {
        return from.square().centre().distance(to.square().centre());
    }

    /** Turn, scale and shift fixed by two marks, and how the other marks like it. */
    private static final class Turn {
        private final PointMm origin;
        private final PointPx target;
        private final double re;
        private final double im;
        private final double scale;
        private int matched;
        private double misses;

        private Turn(PointMm from, PointMm to, PointPx at, PointPx towards) {
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double px = towards.x() - at.x();
            double py = towards.y() - at.y();
            double length = dx * dx + dy * dy;
            this.origin = from;
            this.target = at;
            this.re = (px * dx + py * dy) / length;
            this.im = (py * dx - px * dy) / length;
            this.scale = Math.hypot(re, im);
        }

        private double x(PointMm p) {
            return target.x() + re * (p.x() - origin.x()) - im * (p.y() - origin.y());
        }

        private double y(PointMm p) {
            return target.y() + im * (p.x() - origin.x()) + re * (p.y() - origin.y());
        }

        private int eighth() {
            return Math.floorMod(Math.round((float) (Math.atan2(im, re) / (2 * Math.PI) * TURNS)), TURNS);
        }

        private boolean isBetterThan(Turn other) {
            return matched > other.matched || (matched == other.matched && misses < other.misses);
        }

        private Homography homography() {
            PointMm zero = new PointMm(0, 0);
            return new Homography(re, -im, x(zero), im, re, y(zero), 0, 0);
        }
    }
}
