package org.tallyroom.sheetcode;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The bytes of a code, most significant first: version 1 · meeting 4 · form (4 bit) and unit (12 bit) 2 · respondent
 * type (6 bit), page (4 bit) and flags (6 bit) 2 · token 12 · tag 12.
 */
final class Payload {

    static final int SIGNED_BYTES = 21;
    static final int TAG_BYTES = 12;
    static final int BYTES = SIGNED_BYTES + TAG_BYTES;
    static final byte VERSION = 1;

    private static final int REHEARSAL = 1;

    private Payload() {}

    /** The part that the tag stands for, 21 bytes. */
    static byte[] signed(SheetCode code, int meeting) {
        int kind = code.respondentType() << 10 | code.page() << 6 | (code.rehearsal() ? REHEARSAL : 0);
        return ByteBuffer.allocate(SIGNED_BYTES)
                .put(VERSION)
                .putInt(meeting)
                .putShort((short) (code.form() << 12 | code.unit()))
                .putShort((short) kind)
                .put(HexFormat.of().parseHex(code.token()))
                .array();
    }

    static int meeting(byte[] payload) {
        return ByteBuffer.wrap(payload).getInt(1);
    }

    /** What the payload says of itself, also where its tag is wrong. */
    static boolean rehearsal(byte[] payload) {
        return (payload[8] & REHEARSAL) != 0;
    }

    /** Only for a payload whose tag is right: its fields are then in range. */
    static SheetCode code(byte[] payload) {
        ByteBuffer in = ByteBuffer.wrap(payload);
        int place = in.getShort(5) & 0xffff;
        int kind = in.getShort(7) & 0xffff;
        String token = HexFormat.of().formatHex(payload, 9, SIGNED_BYTES);
        return new SheetCode(
                place >> 12, place & 0xfff, kind >> 10, kind >> 6 & 0xf, rehearsal(payload), token);
    }
}
