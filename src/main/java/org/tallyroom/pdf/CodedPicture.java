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
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.tallyroom.vision.Fax;
import org.tallyroom.vision.Fax.Coding;
import org.tallyroom.vision.Pictures;

/** A picture inside a PDF as it is coded (ISO 32000-1 §7.4), before PDFBox unpacks it. */
final class CodedPicture {

    private static final List<String> JPEG = List.of(COSName.DCT_DECODE.getName(), COSName.DCT_DECODE_ABBREVIATION.getName());
    private static final List<String> FAX =
            List.of(COSName.CCITTFAX_DECODE.getName(), COSName.CCITTFAX_DECODE_ABBREVIATION.getName());

    private final PDImage picture;

    CodedPicture(PDImage picture) {
        this.picture = picture;
    }

    boolean jpeg2000() {
        return coding().equals(COSName.JPX_DECODE.getName());
    }

    boolean tooLarge() {
        return (long) picture.getWidth() * picture.getHeight() > Pictures.MAX_PIXELS;
    }

    /**
     * Whether every pixel is coded. PDFBox leaves white what it cannot unpack, and logs it at most: a strip of a page
     * without its marks would read as blank rows.
     */
    boolean sound() throws IOException {
        String coding = coding();
        if (JPEG.contains(coding)) {
            return JpegReading.sound(upTo(JPEG));
        } else if (FAX.contains(coding)) {
            return fax(upTo(FAX)).page().isPresent();
        }
        // The reader of JBIG2 fails on whatever is missing.
        return coding.equals(COSName.JBIG2_DECODE.getName()) || unpacksTo(bytes());
    }

    /** A group 4 picture as it is; nothing for every other coding, and for uncommon settings. */
    Optional<Fax> groupFour() throws IOException {
        boolean plain = picture instanceof PDImageXObject whole
                && List.of(COSName.CCITTFAX_DECODE).equals(whole.getStream().getFilters())
                && picture.getColorSpace() instanceof PDDeviceGray
                && settings().getInt(COSName.COLUMNS, 1728) == picture.getWidth();
        if (!plain || faxCoding() != Coding.T6) {
            return Optional.empty();
        }
        return Optional.of(fax(upTo(FAX)));
    }

    private String coding() {
        COSBase filter = dictionary().getDictionaryObject(COSName.FILTER, COSName.F);
        if (filter instanceof COSArray all && all.size() > 0) {
            filter = all.getObject(all.size() - 1);
        }
        return filter instanceof COSName name ? name.getName() : "";
    }

    private Fax fax(byte[] coded) {
        int width = settings().getInt(COSName.COLUMNS, 1728);
        boolean blackIsOne = settings().getBoolean(COSName.BLACK_IS_1, false) == inverted();
        int height = picture.getHeight();
        return new Fax(width, height, faxCoding(), blackIsOne, 0, 0, height, List.of(coded));
    }

    private Coding faxCoding() {
        int k = settings().getInt(COSName.K, 0);
        if (settings().getBoolean(COSName.ENCODED_BYTE_ALIGN, false)) {
            return Coding.BYTES;
        } else if (k < 0) {
            return Coding.T6;
        }
        return k == 0 ? Coding.T4 : Coding.T4_MIXED;
    }

    private COSDictionary dictionary() {
        return picture.getCOSObject();
    }

    private COSDictionary settings() {
        COSBase how = dictionary().getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (how instanceof COSArray all && all.size() > 0) {
            how = all.getObject(all.size() - 1);
        }
        return how instanceof COSDictionary one ? one : new COSDictionary();
    }

    private boolean inverted() {
        COSArray decode = picture.getDecode();
        return decode != null && decode.size() == 2 && decode.getObject(0) instanceof COSNumber n && n.floatValue() > 0.5;
    }

    private byte[] upTo(List<String> coding) throws IOException {
        try (InputStream coded = picture.createInputStream(coding)) {
            return coded.readAllBytes();
        }
    }

    /** Reads and counts; the stream's own skip goes beyond its end. */
    private boolean unpacksTo(long bytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = bytes;
        try (InputStream samples = picture.createInputStream()) {
            int read = samples.read(buffer);
            while (read > 0 && left > 0) {
                left -= read;
                read = samples.read(buffer);
            }
        }
        return left <= 0;
    }

    private long bytes() throws IOException {
        int samples = picture.isStencil() ? 1 : picture.getColorSpace().getNumberOfComponents();
        return ((long) picture.getWidth() * samples * picture.getBitsPerComponent() + 7) / 8 * picture.getHeight();
    }
}
