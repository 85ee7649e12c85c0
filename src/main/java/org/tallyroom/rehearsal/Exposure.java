package org.tallyroom.rehearsal;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.tallyroom.image.PageImage;

/** The picture while it is taken: one array of gray that each fault of the scanner changes in turn. */
final class Exposure {

    /** Black-and-white scanners cut at about this gray, ratio of the paper's. */
    private static final double CUT = 0.62;

    /**
     * Drawn once per exposure and read at a new place for each row: a draw per pixel would take longer than the scan.
     */
    private static final int NOISE_LENGTH = 1 << 16;

    private final int width;
    private final int height;
    private byte[] gray;

    private Exposure(int width, int height, byte[] gray) {
        this.width = width;
        this.height = height;
        this.gray = gray;
    }

    /** The page as it lies, on a bed as large as the upright paper and as white. */
    static Exposure of(PageImage page, Scanner.Pose pose, double bedZoom) {
        boolean across = pose.turn() % 2 == 1;
        int width = (int) Math.round((across ? page.height() : page.width()) * bedZoom);
        int height = (int) Math.round((across ? page.width() : page.height()) * bedZoom);
        Exposure exposure = new Exposure(width, height, new byte[width * height]);
        exposure.sample(over(page).gray, page.width(), pose);
        return exposure;
    }

    /** Takes the array over. */
    static Exposure over(int width, int height, byte[] gray) {
        return new Exposure(width, height, gray);
    }

    static Exposure over(PageImage page) {
        byte[] levels = new byte[page.width() * page.height()];
        for (int y = 0; y < page.height(); y++) {
            page.copyRow(0, y, page.width(), levels, y * page.width());
        }
        return new Exposure(page.width(), page.height(), levels);
    }

    /**
     * Each pixel is the mean of the page under it: two samples a side when the scan is coarser than the page. Places on
     * the page are fixed-point numbers with 16 bits of fraction: a picture at 300 dpi has nine million of them, and
     * over a row of 2,480 the rounding of the step adds up to a fiftieth of a pixel.
     */
    private void sample(byte[] source, int stride, Scanner.Pose pose) {
        int shift = pose.zoom() < 0.8 ? 1 : 0;
        int side = 1 << shift;
        double angle = pose.skew() + pose.turn() * Math.PI / 2;
        double cos = Math.cos(angle) / pose.zoom() / side;
        double sin = Math.sin(angle) / pose.zoom() / side;
        double middleX = side * width / 2.0 - 0.5;
        double middleY = side * height / 2.0 - 0.5;
        int stepX = fixed(cos);
        int stepY = fixed(-sin);
        int[] sums = new int[width];
        for (int y = 0; y < height * side; y++) {
            int placeX = fixed(stride / 2.0 - 0.5 - cos * middleX + sin * (y - middleY));
            int placeY = fixed(source.length / stride / 2.0 - 0.5 + sin * middleX + cos * (y - middleY));
            for (int x = 0; x < width * side; x++) {
                sums[x >> shift] += between(source, stride, placeX, placeY);
                placeX += stepX;
                placeY += stepY;
            }
            if (y % side == side - 1) {
                for (int x = 0; x < width; x++) {
                    gray[y / side * width + x] = (byte) (sums[x] >> 2 * shift);
                }
                Arrays.fill(sums, 0);
            }
        }
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    /** Bilinear; white outside of the page. */
    private static int between(byte[] source, int stride, int left, int top) {
        int x0 = left >> 16;
        int y0 = top >> 16;
        if (x0 < 0 || y0 < 0 || x0 + 1 >= stride || (y0 + 2) * stride > source.length) {
            return 255;
        }
        int fx = (left >> 8) & 0xff;
        int fy = (top >> 8) & 0xff;
        int at = y0 * stride + x0;
        int upper = (source[at] & 0xff) * (256 - fx) + (source[at + 1] & 0xff) * fx;
        int lower = (source[at + stride] & 0xff) * (256 - fx) + (source[at + stride + 1] & 0xff) * fx;
        return (upper * (256 - fy) + lower * fy + (1 << 15)) >> 16;
    }

    /** A lens out of focus: two passes of a three-pixel mean whose middle weighs less the larger the radius, px. */
    void blur(double radiusPx) {
        double side = Math.min(1.0 / 3, radiusPx / 3);
        if (side > 0.02) {
            gray = smear(smear(gray, 1, side), width, side);
        }
    }

    private byte[] smear(byte[] from, int step, double side) {
        byte[] to = from.clone();
        int weight = (int) Math.round(side * 256);
        int middle = 256 - 2 * weight;
        for (int i = step; i < from.length - step; i++) {
            int sum = (from[i] & 0xff) * middle + ((from[i - step] & 0xff) + (from[i + step] & 0xff)) * weight;
            to[i] = (byte) ((sum + 128) >> 8);
        }
        return to;
    }

    /** Bits of dust, 0.1 to 0.5 mm: below what anybody would take for a mark. */
    void dirt(int specks, double pxPerMm, RandomGenerator random) {
        for (int i = 0; i < specks; i++) {
            double radius = new Range(0.05, 0.25).draw(random) * pxPerMm;
            double x = random.nextDouble() * width;
            double y = random.nextDouble() * height;
            double dark = new Range(0.3, 0.9).draw(random);
            for (int py = (int) Math.max(0, y - radius); py < Math.min(height, y + radius + 1); py++) {
                for (int px = (int) Math.max(0, x - radius); px < Math.min(width, x + radius + 1); px++) {
                    double cover = Math.max(0, Math.min(1, radius - Math.hypot(px + 0.5 - x, py + 0.5 - y) + 0.5));
                    int at = py * width + px;
                    gray[at] = (byte) Math.round((gray[at] & 0xff) * (1 - dark * cover));
                }
            }
        }
    }

    /** The lamp: what white and black become, and a shadow that fades within the first fifth of the picture. */
    void light(double paper, double ink, double shadow) {
        int[] curve = new int[256];
        for (int level = 0; level < 256; level++) {
            curve[level] = (int) Math.round(ink + (paper - ink) * level / 255.0);
        }
        int[] lamp = new int[width];
        for (int x = 0; x < width; x++) {
            lamp[x] = (int) Math.round(4096 * (1 - shadow * Math.max(0, 1 - 5.0 * x / width)));
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                gray[at] = (byte) ((curve[gray[at] & 0xff] * lamp[x] + 2048) >> 12);
            }
        }
    }

    /** What is brighter than {@code knee} (ratio of white) becomes brighter by {@code gain}, what is darker darker. */
    void tone(double gain, double knee) {
        byte[] curve = new byte[256];
        for (int level = 0; level < 256; level++) {
            double toned = knee * 255 + (level - knee * 255) * gain;
            curve[level] = (byte) Math.round(Math.max(0, Math.min(255, toned)));
        }
        for (int i = 0; i < gray.length; i++) {
            gray[i] = curve[gray[i] & 0xff];
        }
    }

    /** Darker towards one corner, as by a lens and a lamp to one side; {@code most} is what it takes, ratio. */
    void fallOff(double most, boolean left, boolean top) {
        int[] across = ramp(width, left);
        int[] down = ramp(height, top);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int dark = (int) (most * (across[x] + down[y]));
                int at = y * width + x;
                gray[at] = (byte) (((gray[at] & 0xff) * (8192 - dark)) >> 13);
            }
        }
    }

    private static int[] ramp(int length, boolean falling) {
        int[] ramp = new int[length];
        for (int i = 0; i < length; i++) {
            double t = (falling ? length - 1 - i : i) / (double) length;
            ramp[i] = (int) (4096 * t * t);
        }
        return ramp;
    }

    /** Dirt on the glass that the sheet moves over. */
    void streak(double pxPerMm, RandomGenerator random) {
        double half = new Range(0.05, 0.2).draw(random) * pxPerMm;
        double middle = random.nextDouble() * width;
        double keeps = 1 - new Range(0.3, 0.8).draw(random);
        for (int y = 0; y < height; y++) {
            for (int x = (int) Math.max(0, middle - half); x < Math.min(width, middle + half); x++) {
                gray[y * width + x] = (byte) ((gray[y * width + x] & 0xff) * keeps);
            }
        }
    }

    void noise(double deviation, RandomGenerator random) {
        byte[] drawn = new byte[NOISE_LENGTH];
        for (int i = 0; i < NOISE_LENGTH; i++) {
            drawn[i] = (byte) Math.max(-100, Math.min(100, Math.round(deviation * random.nextGaussian())));
        }
        for (int y = 0; y < height; y++) {
            int shift = random.nextInt(NOISE_LENGTH);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int level = (gray[at] & 0xff) + drawn[(shift + x) & (NOISE_LENGTH - 1)];
                gray[at] = (byte) Math.max(0, Math.min(255, level));
            }
        }
    }

    /** A copy of the levels, 0..255, line by line. */
    byte[] levels() {
        return gray.clone();
    }

    PageImage gray() {
        return PageImage.ofGray(width, height, gray.clone());
    }

    PageImage blackAndWhite() {
        int[] seen = new int[256];
        for (byte level : gray) {
            seen[level & 0xff]++;
        }
        int cut = (int) (CUT * commonest(seen));
        byte[] plain = new byte[gray.length];
        Arrays.fill(plain, (byte) 255);
        for (int i = 0; i < gray.length; i++) {
            if ((gray[i] & 0xff) < cut) {
                plain[i] = 0;
            }
        }
        return PageImage.ofBilevel(width, height, plain);
    }

    private static int commonest(int[] seen) {
        int best = 255;
        for (int level = 0; level < 256; level++) {
            best = seen[level] > seen[best] ? level : best;
        }
        return best;
    }
}
