package org.tallyroom.recognise;

import java.util.List;
import java.util.function.Function;
import org.tallyroom.image.PageImage;
import org.tallyroom.sheetcode.SheetCode;

/** What recognising one page image gives: a reading, or the reason why there is none. */
public sealed interface Recognition {

    record Read(SheetCode code, PageReading reading) implements Recognition {}

    record Unreadable(Reason reason) implements Recognition {}

    /** Ours by its code, but not a sheet of this meeting. */
    record Foreign(Origin origin) implements Recognition {}

    /**
     * The page is registered, but neither QR copy can be read with certainty: the printed short codes, cut out upright,
     * for OCR to propose from. Call again with the confirmed code.
     */
    record CodeUnreadable(List<PageImage> shortCodes) implements Recognition {
        public CodeUnreadable {
            shortCodes = List.copyOf(shortCodes);
        }
    }

    /** Reasons the picture itself gives; names as in the command line contract with dashes. */
    enum Reason {
        EMPTY_PAGE,
        NOT_A_FORM,
        NO_REGISTRATION,
        NO_CODE,
        CODE_CONFLICT,
        TRUNCATED,
        STREAK,
        OVERLAP,
        TURNED
    }

    enum Origin {
        OTHER_MEETING,
        /** Of this meeting by its own word, but sealed with another secret, as every rehearsal has one. */
        REHEARSAL,
        FORGED
    }

    default <T> T match(
            Function<Read, T> read,
            Function<Reason, T> unreadable,
            Function<Origin, T> foreign,
            Function<CodeUnreadable, T> codeUnreadable) {
        if (this instanceof Read r) {
            return read.apply(r);
        } else if (this instanceof Unreadable u) {
            return unreadable.apply(u.reason());
        } else if (this instanceof Foreign f) {
            return foreign.apply(f.origin());
        }
        return codeUnreadable.apply((CodeUnreadable) this);
    }
}
