package org.tallyroom.recognise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tallyroom.geometry.Homography;
import org.tallyroom.geometry.PointMm;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.layout.PageFrame;
import org.tallyroom.layout.PageLayout.Mark;
import org.tallyroom.vision.HomographyFit;
import org.tallyroom.vision.SolidSquare;
import org.tallyroom.vision.Tie;

/**
 * Matches solid squares in a picture with the marks of a page: every pair of squares is tried as every pair of marks,
 * and the turn, scale and shift that the pair fixes is judged by the other marks. From the best of them a map grows from
 * mark to mark, each looked for around where its neighbours say: so a page in perspective is caught. Mirror images are
 * never tried.
 */
final class Constellation {

    /** Pairs nearer than this fix the angle too badly, mm. */
    private static final double SHORTEST_PAIR_MM = 35;

    /** How far a square may lie from where a pair of squares predicts a mark, mm: skew, feed and perspective. */
    private static final double PAIR_REACH_MM = 4.5;

    /** How far a square may lie from where the map predicts the next mark, mm, and more for each mm of distance. */
    private static final double GROWING_REACH_MM = 2;

    private static final double GROWING_REACH_PER_MM = 0.08;

    /** The same when all marks are known: curled paper bends them away from a plane. */
    private static final double LAST_REACH_MM = 2.5;

    /** A square of the right size is preferred to a nearer one that is so many mm off for every e-fold of its side. */
    private static final double SIZE_MM = 20;

    /** Side of a square over the side its mark would have at that scale; pens and blurring change it. */
    private static final double SMALLEST = 0.6;

    private static final double LARGEST = 1.5;

    /** Seeds are kept for every eighth of a turn. */
    private static final int TURNS = 8;

    private static final int SEEDS_A_TURN = 6;

    /** Seeds whose corners lie this near grow into the same map, mm. */
    private static final double ALIKE_MM = 6;

    private static final int FEWEST = 3;

    /** Weight of a square of the overview, which is seen to 0.3 mm, against a mark of the page, seen to 0.05 mm. */
    private static final double ROUGH = 1.0 / 6;

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
     */
    record Guess(Homography homography, int marks) {

        private boolean isLike(Guess other) {
            return PageFrame.corners().stream()
                    .allMatch(corner -> homography.toPixels(corner).distance(other.homography.toPixels(corner))
                            < LAST_REACH_MM * homography.pixelsPerMm(corner));
        }
    }

    /** Guesses with at least three marks, all different, those with the most marks first. */
    static List<Guess> guesses(List<Mark> marks, List<SolidSquare> squares) {
        Constellation constellation = new Constellation(marks, squares);
        List<Guess> guesses = new ArrayList<>();
        for (Turn seed : constellation.seeds()) {
            constellation.grown(seed)
                    .filter(guess -> guesses.stream().noneMatch(guess::isLike))
                    .ifPresent(guesses::add);
            if (guesses.stream().anyMatch(guess -> guess.marks >= marks.size() - 1)) {
                break;
            }
        }
        guesses.sort(Comparator.comparingInt(Guess::marks).reversed());
        return guesses;
    }

    /** The best similarities of every eighth of a turn; only the first that fits all marks, where there is one. */
    private List<Turn> seeds() {
        List<List<Turn>> best = IntStream.range(0, TURNS).<List<Turn>>mapToObj(i -> new ArrayList<>()).toList();
        for (int i = 0; i < marks.size(); i++) {
            for (int j = i + 1; j < marks.size(); j++) {
                Optional<Turn> perfect = distance(marks.get(i), marks.get(j)) < SHORTEST_PAIR_MM
                        ? Optional.empty()
                        : squarePairs(marks.get(i), marks.get(j), best);
                if (perfect.isPresent()) {
                    return List.of(perfect.get());
                }
            }
        }
        return best.stream().flatMap(List::stream).sorted(Turn.BEST_FIRST).toList();
    }

    private Optional<Turn> squarePairs(Mark from, Mark to, List<List<Turn>> best) {
        double distance = distance(from, to);
        for (SolidSquare at : squares) {
            for (SolidSquare towards : squares) {
                double scale = at.centre().distance(towards.centre()) / distance;
                if (at != towards && isSizeOf(at, from, scale) && isSizeOf(towards, to, scale)) {
                    Turn turn = new Turn(from.square().centre(), to.square().centre(), at.centre(), towards.centre());
                    judge(turn);
                    if (turn.matched == marks.size()) {
                        return Optional.of(turn);
                    }
                    turn.enter(best.get(turn.eighth()));
                }
            }
        }
        return Optional.empty();
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

    /** From the marks that the seed matches to those around them, and on. */
    private Optional<Guess> grown(Turn seed) {
        Map<Mark, SolidSquare> found = new LinkedHashMap<>();
        Homography map = seed.homography();
        for (Mark mark : marks) {
            nearest(mark, map, PAIR_REACH_MM).ifPresent(square -> found.put(mark, square));
        }
        List<Mark> open = new ArrayList<>(marks);
        open.removeAll(found.keySet());
        Optional<Homography> grown = fitted(found);
        while (grown.isPresent() && !open.isEmpty()) {
            Mark next = Collections.min(open, Comparator.comparingDouble(mark -> distance(mark, found.keySet())));
            double reach = GROWING_REACH_MM + GROWING_REACH_PER_MM * distance(next, found.keySet());
            nearest(next, grown.get(), reach).ifPresent(square -> found.put(next, square));
            Optional<Homography> further = fitted(found);
            if (further.filter(fit -> isClose(found, fit)).isPresent()) {
                grown = further;
            } else {
                found.remove(next);
            }
            open.remove(next);
        }
        return grown.map(this::guess).filter(guess -> guess.marks() >= FEWEST);
    }

    private static boolean isClose(Map<Mark, SolidSquare> found, Homography map) {
        return found.entrySet().stream().allMatch(entry -> {
            PointMm place = entry.getKey().square().centre();
            return map.toPixels(place).distance(entry.getValue().centre()) <= LAST_REACH_MM * map.pixelsPerMm(place);
        });
    }

    private static Optional<Homography> fitted(Map<Mark, SolidSquare> found) {
        List<Tie> ties = new ArrayList<>();
        found.forEach((mark, square) -> {
            ties.add(new Tie(mark.square().centre(), square.centre(), 1, 0, ROUGH));
            ties.add(new Tie(mark.square().centre(), square.centre(), 0, 1, ROUGH));
        });
        if (found.size() < FEWEST) {
            return Optional.empty();
        }
        return found.size() == FEWEST ? HomographyFit.affine(ties) : HomographyFit.projective(ties);
    }

    private Guess guess(Homography homography) {
        long seen = marks.stream()
                .filter(mark -> nearest(mark, homography, LAST_REACH_MM).isPresent())
                .count();
        return new Guess(homography, (int) seen);
    }

    private Optional<SolidSquare> nearest(Mark mark, Homography map, double reachMm) {
        PointPx predicted = map.toPixels(mark.square().centre());
        double scale = map.pixelsPerMm(mark.square().centre());
        return squares.stream()
                .filter(square -> square.centre().distance(predicted) <= reachMm * scale)
                .filter(square -> isSizeOf(square, mark, scale))
                .min(Comparator.comparingDouble(square -> square.centre().distance(predicted)
                        + SIZE_MM * scale * Math.abs(Math.log(square.side() / (mark.square().width() * scale)))));
    }

    private static double distance(Mark mark, Set<Mark> found) {
        return found.stream().mapToDouble(other -> distance(mark, other)).min().orElse(0);
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
        private static final Comparator<Turn> BEST_FIRST =
                Comparator.comparingInt((Turn turn) -> -turn.matched).thenComparingDouble(turn -> turn.misses);

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

        /** Into a short list, if it is good enough for it. */
        private void enter(List<Turn> best) {
            if (matched < FEWEST
                    || best.size() == SEEDS_A_TURN && BEST_FIRST.compare(best.get(SEEDS_A_TURN - 1), this) <= 0
                    || best.stream().anyMatch(other -> isLike(other) && BEST_FIRST.compare(other, this) <= 0)) {
                return;
            }
            best.removeIf(this::isLike);
            best.add(this);
            best.sort(BEST_FIRST);
            if (best.size() > SEEDS_A_TURN) {
                best.remove(SEEDS_A_TURN);
            }
        }

        /** The same way to lie, found by another pair. */
        private boolean isLike(Turn other) {
            PointMm far = new PointMm(PageFrame.WIDTH_MM, PageFrame.HEIGHT_MM);
            PointMm near = new PointMm(0, 0);
            return Math.hypot(x(near) - other.x(near), y(near) - other.y(near)) < ALIKE_MM * scale
                    && Math.hypot(x(far) - other.x(far), y(far) - other.y(far)) < ALIKE_MM * scale;
        }

        private Homography homography() {
            PointMm zero = new PointMm(0, 0);
            return new Homography(re, -im, x(zero), im, re, y(zero), 0, 0);
        }
    }
}
