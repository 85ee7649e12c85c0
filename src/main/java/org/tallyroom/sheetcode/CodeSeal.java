package org.tallyroom.sheetcode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals sheet codes with the meeting's secret and opens scanned ones: HMAC-SHA-256 over the payload and the full
 * definition hash, truncated to 96 bit (trust.md §Identity).
 */
public final class CodeSeal {

    private final byte[] key;
    private final byte[] definition;
    private final int meeting;

    /**
     * @param key the meeting's secret, at least 16 bytes; copied
     * @param definitionHash 64 hexadecimal digits
     */
    public CodeSeal(byte[] key, String meetingId, String definitionHash) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes");
        }
        this.key = key.clone();
        this.definition = HexFormat.of().parseHex(definitionHash);
        if (definition.length != 32) {
            throw new IllegalArgumentException("a definition hash of " + definition.length + " bytes");
        }
        this.meeting = meetingNumber(meetingId, definition);
    }

    /** The text of the page's QR code: 50 characters of QR's alphanumeric alphabet. */
    public String seal(SheetCode code) {
        byte[] signed = Payload.signed(code, meeting);
        byte[] payload = Arrays.copyOf(signed, Payload.BYTES);
        System.arraycopy(tag(signed), 0, payload, Payload.SIGNED_BYTES, Payload.TAG_BYTES);
        return Base45.encode(payload);
    }

    public CodeOpening open(String text) {
        Optional<byte[]> decoded = Base45.decode(text)
                .filter(payload -> payload.length == Payload.BYTES && payload[0] == Payload.VERSION);
        if (decoded.isEmpty()) {
            return new CodeOpening.NotOurs();
        }
        byte[] payload = decoded.get();
        if (Payload.meeting(payload) != meeting) {
            return new CodeOpening.OtherMeeting();
        }
        byte[] signed = Arrays.copyOf(payload, Payload.SIGNED_BYTES);
        byte[] tag = Arrays.copyOfRange(payload, Payload.SIGNED_BYTES, Payload.BYTES);
        return MessageDigest.isEqual(tag, tag(signed))
                ? new CodeOpening.Genuine(Payload.code(payload))
                : new CodeOpening.Forged(Payload.rehearsal(payload));
    }

    private byte[] tag(byte[] signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(signed);
            return Arrays.copyOf(mac.doFinal(definition), Payload.TAG_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 has HmacSHA256", e);
        }
    }

    /** Depends on the definition too: the same meeting with other rules is another meeting to its sheets. */
    private static int meetingNumber(String meetingId, byte[] definition) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(definition);
            return ByteBuffer.wrap(sha.digest(meetingId.getBytes(StandardCharsets.UTF_8))).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 has SHA-256", e);
        }
    }
}
