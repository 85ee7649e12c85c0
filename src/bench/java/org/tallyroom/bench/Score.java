package org.tallyroom.bench;

/** What became of some rows or positions. */
record Score(long right, long doubtful, long wrong) {

    static final Score NONE = new Score(0, 0, 0);

    static Score right(long n) {
        return new Score(n, 0, 0);
    }

    static Score doubtful(long n) {
        return new Score(0, n, 0);
    }

    static Score wrong(long n) {
        return new Score(0, 0, n);
    }

    Score plus(Score other) {
        return new Score(right + other.right, doubtful + other.doubtful, wrong + other.wrong);
    }

    long all() {
        return right + doubtful + wrong;
    }
}
