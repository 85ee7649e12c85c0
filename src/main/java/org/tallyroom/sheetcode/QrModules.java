package org.tallyroom.sheetcode;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.BitSet;
import java.util.Map;

/** The dark and light modules of one QR code: version 4, level H, 33 × 33, without the quiet zone. */
public final class QrModules {

    /** Modules on a side of a version 4 code. */
    public static final int SIDE = 33;

    private static final int VERSION = 4;

    private final BitSet dark;

    private QrModules(BitSet dark) {
        this.dark = dark;
    }

    /** @param text at most 50 characters of QR's alphanumeric alphabet, as {@link CodeSeal#seal} makes them */
    public static QrModules of(String text) {
        try {
            Map<EncodeHintType, Object> hints = Map.of(EncodeHintType.QR_VERSION, VERSION);
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.H, hints).getMatrix();
            BitSet dark = new BitSet(SIDE * SIDE);
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    dark.set(row * SIDE + column, matrix.get(column, row) == 1);
                }
            }
            return new QrModules(dark);
        } catch (WriterException e) {
            throw new IllegalArgumentException("a text that fits no version 4-H code", e);
        }
    }

    public boolean dark(int column, int row) {
        return dark.get(row * SIDE + column);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QrModules o && dark.equals(o.dark);
    }

    @Override
    public int hashCode() {
        return dark.hashCode();
    }
}
