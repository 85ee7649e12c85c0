package org.tallyroom.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.tallyroom.vision.Fax;

/** Takes group 4 pictures out of a PDF as they are coded (ISO 32000-1 §7.4.6). */
final class FaxPicture {

    private FaxPicture() {}

    /** Nothing for every other coding, and for group 4 with uncommon settings: PDFBox unpacks those. */
    static Optional<Fax> of(PDImageXObject picture) throws IOException {
        COSDictionary how = settings(picture);
        boolean ours = List.of(COSName.CCITTFAX_DECODE).equals(picture.getStream().getFilters())
                && how.getInt(COSName.K, 0) < 0
                && how.getInt(COSName.COLUMNS, 1728) == picture.getWidth()
                && !how.getBoolean(COSName.ENCODED_BYTE_ALIGN, false)
                && picture.getColorSpace() instanceof PDDeviceGray;
        if (!ours) {
            return Optional.empty();
        }
        try (InputStream raw = picture.getCOSObject().createRawInputStream()) {
            return Optional.of(new Fax(
                    picture.getWidth(),
                    picture.getHeight(),
                    Fax.Coding.T6,
                    how.getBoolean(COSName.BLACK_IS_1, false) == inverted(picture),
                    0,
                    0,
                    picture.getHeight(),
                    List.of(raw.readAllBytes())));
        }
    }

    private static COSDictionary settings(PDImageXObject picture) {
        COSBase how = picture.getCOSObject().getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (how instanceof COSArray all && all.size() == 1) {
            how = all.getObject(0);
        }
        return how instanceof COSDictionary one ? one : new COSDictionary();
    }

    private static boolean inverted(PDImageXObject picture) {
        COSArray decode = picture.getDecode();
        return decode != null && decode.size() == 2 && decode.getObject(0) instanceof COSNumber n && n.floatValue() > 0.5;
    }
}
