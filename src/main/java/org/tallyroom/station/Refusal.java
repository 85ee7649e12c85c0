package org.tallyroom.station;

import org.tallyroom.message.Message;

/**
 * What was asked for makes no sense here (an unknown unit, a closed count): the asker's mistake, said as one
 * sentence.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message sentence;

    public Refusal(Message sentence) {
        super(sentence.key());
        this.sentence = sentence;
    }

    public Message sentence() {
        return sentence;
    }
}
