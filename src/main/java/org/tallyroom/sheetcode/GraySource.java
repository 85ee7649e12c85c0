package org.tallyroom.sheetcode;

import com.google.zxing.LuminanceSource;
import org.tallyroom.image.PageImage;

/** Lets ZXing look at a page's gray. */
final class GraySource extends LuminanceSource {

    private final PageImage image;

    GraySource(PageImage image) {
        super(image.width(), image.height());
        this.image = image;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] target = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        image.copyRow(0, y, getWidth(), target, 0);
        return target;
    }

    @Override
    public byte[] getMatrix() {
        byte[] matrix = new byte[getWidth() * getHeight()];
        for (int y = 0; y < getHeight(); y++) {
            image.copyRow(0, y, getWidth(), matrix, y * getWidth());
        }
        return matrix;
    }
}
