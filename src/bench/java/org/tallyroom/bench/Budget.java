package org.tallyroom.bench;

import org.tallyroom.rehearsal.Damage;

/**
 * What reading may cost on pages of one kind of damage; a wrong answer never.
 *
 * @param doubtful plainly marked rows that may be doubtful, ratio 0..1
 * @param unreadable pages that may be unreadable, ratio 0..1
 */
record Budget(double doubtful, double unreadable) {

    /** Crosses that must be doubtful on office scans, ratio 0..1. */
    static final double CROSSES = 0.98;

    static Budget of(Damage damage) {
        return switch (damage) {
            case OFFICE -> new Budget(0.005, 0.002);
            case FAX, PHOTO -> new Budget(0.02, 0.01);
            case HARSH -> new Budget(0.04, 0.02);
        };
    }

    boolean kept(Damage damage, Ledger.Account account) {
        Score crosses = account.marks().getOrDefault(Mark.CROSS, Ledger.Line.NONE).rows();
        boolean crossesSeen = damage != Damage.OFFICE || crosses.right() >= CROSSES * crosses.all();
        Score plain = account.plain().rows();
        return account.all().rows().wrong() == 0
                && plain.doubtful() <= doubtful * plain.all()
                && account.unreadablePages() <= unreadable * account.pages()
                && crossesSeen;
    }
}
