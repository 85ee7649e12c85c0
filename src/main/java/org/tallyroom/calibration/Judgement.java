package org.tallyroom.calibration;

/**
 * What the program believes a row says.
 *
 * @param confidence ratio 0..1: 0 at the edge of doubt, 1 at three times the margin that the criteria ask for
 */
public record Judgement(String item, Answer answer, double confidence) {

    public Judgement {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence of " + confidence);
        }
    }
}
