package org.tallyroom.bench;

import org.tallyroom.calibration.Answer;
import org.tallyroom.calibration.Judgement;

/**
 * One row as it was meant and as it was read, both in the words of the command line contract.
 *
 * @param number of the row on its page, from 0
 * @param column of the option meant, from 0; -1 when none was
 * @param why the doubt, or nothing
 */
record SeenRow(String item, Mark mark, int number, int column, int cells, String meant, String read, String why) {

    static String word(Answer answer) {
        return answer.match(chosen -> chosen.option(), () -> "blank", () -> "overmarked", doubt -> "doubtful");
    }

    static String why(Judgement judged) {
        return judged.answer().match(c -> "", () -> "", () -> "", doubt -> doubt.name());
    }

    Score score() {
        return read.equals(meant) ? Score.right(1) : read.equals("doubtful") ? Score.doubtful(1) : Score.wrong(1);
    }

    /** Of a row read wrongly, the cells whose state is another one than was meant. */
    Score positions() {
        if (read.equals(meant)) {
            return Score.right(cells);
        } else if (read.equals("doubtful")) {
            return Score.doubtful(cells);
        }
        int wrong = read.equals("blank") || meant.equals("blank") ? 1 : 2;
        return Score.wrong(Math.min(wrong, cells)).plus(Score.right(cells - Math.min(wrong, cells)));
    }
}
