package org.tallyroom.sheetcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.NotFoundException;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.QRCodeDecoderMetaData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tallyroom.geometry.PointPx;
import org.tallyroom.image.PageImage;

/** Reads a code's text: from sampled modules, or by its finder patterns in a crop. CodeSeal says whether it is ours. */
public final class QrReader {

    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));

    private QrReader() {}

    /** Empty when more modules are wrong than level H can correct (30 %), and for a code seen from behind. */
    public static Optional<String> read(ModuleVotes votes) {
        BitMatrix bits = new BitMatrix(QrModules.SIDE);
        for (int row = 0; row < QrModules.SIDE; row++) {
            for (int column = 0; column < QrModules.SIDE; column++) {
                if (votes.dark(column, row)) {
                    bits.set(column, row);
                }
            }
        }
        try {
            DecoderResult read = new Decoder().decode(bits);
            boolean mirrored = read.getOther() instanceof QRCodeDecoderMetaData found && found.isMirrored();
            return mirrored ? Optional.empty() : Optional.of(read.getText());
        } catch (ChecksumException | FormatException unreadable) {
            return Optional.empty();
        }
    }

    /** A code that was found somewhere in a picture. */
    public record Found(String text, PointPx place) {}

    /** All codes in a picture, wherever they are. */
    public static List<Found> findAll(PageImage picture) {
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new GraySource(picture)));
        try {
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(bitmap, HINTS))
                    .filter(found -> found.getResultPoints().length > 0)
                    .map(found -> new Found(found.getText(), middle(found.getResultPoints())))
                    .toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }

    private static PointPx middle(ResultPoint[] finders) {
        return new PointPx(
                Arrays.stream(finders).mapToDouble(ResultPoint::getX).average().orElseThrow(),
                Arrays.stream(finders).mapToDouble(ResultPoint::getY).average().orElseThrow());
    }

    /** Looks for finder patterns: the first try while nothing is registered, in any orientation. */
    public static Optional<String> find(PageImage crop) {
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new GraySource(crop)));
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, HINTS).getText());
        } catch (NotFoundException | ChecksumException | FormatException unreadable) {
            return Optional.empty();
        }
    }
}
