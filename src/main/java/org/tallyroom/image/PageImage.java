package org.tallyroom.image;

import java.util.Arrays;
import java.util.Optional;

/**
 * An immutable gray page, 8 bit, 0 black … 255 white. For a colour scan the gray is the red channel, in which red ink
 * (seals, stamps) vanishes and blue and black ink stay dark, and a mask tells where the red ink was.
 */
public final class PageImage {

    private final int width;
    private final int height;
    private final byte[] gray;
    private final byte[] red;
    private final boolean bilevel;

    private PageImage(int width, int height, byte[] gray, byte[] red, boolean bilevel) {
        if (width < 1 || height < 1 || gray.length != width * height || (red != null && red.length != gray.length)) {
            throw new IllegalArgumentException("a page of " + width + " × " + height + " px in " + gray.length + " B");
        }
        this.width = width;
        this.height = height;
        this.gray = gray;
        this.red = red;
        this.bilevel = bilevel;
    }

    /** Takes the array over: the maker must not touch it again. */
    public static PageImage ofGray(int width, int height, byte[] gray) {
        return new PageImage(width, height, gray, null, false);
    }

    /** A scan that had only black and white pixels (fax, 1-bit scanning): light pencil may be gone from it. */
    public static PageImage ofBilevel(int width, int height, byte[] gray) {
        return new PageImage(width, height, gray, null, true);
    }

    /** @param red non-zero where the colour scan shows red ink */
    public static PageImage ofColour(int width, int height, byte[] gray, byte[] red) {
        return new PageImage(width, height, gray, red, false);
    }

    /** The same page with other levels; takes the array over. */
    public PageImage withGray(byte[] levels) {
        return new PageImage(width, height, levels, red, bilevel);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean bilevel() {
        return bilevel;
    }

    public int gray(int x, int y) {
        return gray[y * width + x] & 0xff;
    }

    public boolean red(int x, int y) {
        return red != null && red[y * width + x] != 0;
    }

    public boolean hasColour() {
        return red != null;
    }

    public boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /** Copies row {@code y}, columns {@code x … x + length - 1}, into {@code target} from {@code at}. */
    public void copyRow(int x, int y, int length, byte[] target, int at) {
        System.arraycopy(gray, y * width + x, target, at, length);
    }

    /** A part of the page as a page of its own, clipped to the picture; empty when nothing of it is inside. */
    public Optional<PageImage> crop(int x, int y, int w, int h) {
        int left = Math.max(0, x);
        int top = Math.max(0, y);
        int right = Math.min(width, x + w);
        int bottom = Math.min(height, y + h);
        if (left >= right || top >= bottom) {
            return Optional.empty();
        }
        return Optional.of(new PageImage(
                right - left,
                bottom - top,
                part(gray, left, top, right, bottom),
                red == null ? null : part(red, left, top, right, bottom),
                bilevel));
    }

    private byte[] part(byte[] of, int left, int top, int right, int bottom) {
        byte[] cut = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(of, y * width + left, cut, (y - top) * (right - left), right - left);
        }
        return cut;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageImage o
                && width == o.width
                && height == o.height
                && Arrays.equals(gray, o.gray)
                && Arrays.equals(red, o.red);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(gray) + width;
    }

    @Override
    public String toString() {
        return "PageImage[" + width + " × " + height + (red == null ? "" : ", colour") + "]";
    }
}
