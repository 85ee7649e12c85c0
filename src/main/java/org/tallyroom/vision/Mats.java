package org.tallyroom.vision;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import org.tallyroom.image.PageImage;

/** Page images as OpenCV matrices and back. Whoever is given a matrix releases it. */
final class Mats {

    private Mats() {}

    static Mat of(PageImage page) {
        return part(page, 0, 0, page.width(), page.height());
    }

    /** A rectangle inside the page. */
    static Mat part(PageImage page, int left, int top, int width, int height) {
        byte[] gray = new byte[width * height];
        for (int y = 0; y < height; y++) {
            page.copyRow(left, top + y, width, gray, y * width);
        }
        Mat mat = new Mat(height, width, CvType.CV_8UC1);
        mat.put(0, 0, gray);
        return mat;
    }

    static PageImage page(Mat gray) {
        return PageImage.ofGray(gray.cols(), gray.rows(), levels(gray));
    }

    static byte[] levels(Mat gray) {
        byte[] levels = new byte[gray.cols() * gray.rows()];
        gray.get(0, 0, levels);
        return levels;
    }

    /** 8 bit a channel, from 8 or 16, with 1, 3 or 4 channels. */
    static Mat eightBit(Mat decoded) {
        Mat eight = new Mat();
        if (decoded.depth() == CvType.CV_8U) {
            decoded.assignTo(eight);
        } else {
            decoded.convertTo(eight, CvType.CV_8U, 1 / 257.0);
        }
        if (eight.channels() == 2) {
            Mat gray = new Mat();
            Core.extractChannel(eight, gray, 0);
            Imgproc.cvtColor(gray, eight, Imgproc.COLOR_GRAY2BGR);
            gray.release();
        }
        return eight;
    }
}
