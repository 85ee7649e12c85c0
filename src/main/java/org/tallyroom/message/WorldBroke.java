package org.tallyroom.message;

/**
 * The world broke (disk, file, printer): thrown at an edge, caught once in {@code cli} and {@code ui}, said as one
 * sentence.
 */
public final class WorldBroke extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message sentence;

    public WorldBroke(Message sentence, Throwable cause) {
        super(sentence.key(), cause);
        this.sentence = sentence;
    }

    public WorldBroke(Message sentence) {
        this(sentence, null);
    }

    public Message sentence() {
        return sentence;
    }
}
